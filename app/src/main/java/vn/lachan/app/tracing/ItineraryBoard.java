package vn.lachan.app.tracing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.app.places.PlaceCard;
import vn.lachan.app.places.Places;
import vn.lachan.app.units.Units;
import vn.lachan.app.visits.OwnPhone;
import vn.lachan.app.visits.OwnStays;
import vn.lachan.app.visits.Visits;

/** What is public: without a case, a person, or the officer who published it. */
@Component
class ItineraryBoard {
  /** A province that publishes more at once tells nobody anything any more. */
  private static final int MOST = 2_000;

  private final ItineraryTable table;
  private final ItineraryRules rules;
  private final Places places;
  private final Units units;
  private final Visits visits;

  ItineraryBoard(
      ItineraryTable table, ItineraryRules rules, Places places, Units units, Visits visits) {
    this.table = table;
    this.rules = rules;
    this.places = places;
    this.units = units;
    this.visits = visits;
  }

  List<PublicItinerary> published(@Nullable Integer unit, Instant now) {
    return shown(now).stream()
        .filter(shown -> unit == null || units.contains(unit, shown.open().unit()))
        .map(Shown::open)
        .toList();
  }

  List<PublicWindow> windows(Instant now) {
    return shown(now).stream()
        .map(
            one ->
                new PublicWindow(
                    one.place(), one.open().place(), one.open().from(), one.open().to()))
        .toList();
  }

  PublicItinerary shown(UUID id, Instant now) {
    StoredItinerary found =
        table.find(id).orElseThrow(() -> Refusal.notFound("tracing.refused.no-itinerary"));
    return switch (found.state(rules.shownSince(now))) {
      case WITHDRAWN -> throw new Refusal(Refusal.Kind.GONE, "tracing.refused.itinerary-gone");
      case PAST -> throw Refusal.notFound("tracing.refused.no-itinerary");
      case SHOWN ->
          places
              .find(found.place())
              .map(card -> open(found, card))
              .orElseThrow(() -> Refusal.notFound("tracing.refused.no-itinerary"));
    };
  }

  OwnCheck ownCheck(OwnPhone phone, Instant now) {
    List<Shown> shown = shown(now);
    Instant begun = rules.shownSince(now).minus(Duration.ofDays(Itineraries.MOST_DAYS));
    Optional<OwnStays> own = visits.ownStays(phone, begun, now.plusSeconds(1));
    List<OwnCheck.Match> matches = new ArrayList<>();
    for (OwnStays.Stay stay : own.map(OwnStays::stays).orElse(List.of())) {
      for (Shown one : shown) {
        if (stay.place() == one.place()
            && stay.enteredAt().isBefore(one.open().to())
            && stay.leftAt().isAfter(one.open().from())
            && stay.enteredAt().isBefore(stay.leftAt())) {
          matches.add(
              new OwnCheck.Match(one.open(), stay.enteredAt(), stay.leftAt(), stay.inferred()));
        }
      }
    }
    return new OwnCheck(own.isPresent(), shown.size(), matches);
  }

  /** A public one with the number of its place, which stays inside. */
  private record Shown(long place, PublicItinerary open) {}

  private List<Shown> shown(Instant now) {
    Instant since = rules.shownSince(now);
    List<StoredItinerary> rows =
        table.shown(since, since.minus(Duration.ofDays(Itineraries.MOST_DAYS)), MOST);
    Map<Long, PlaceCard> cards =
        places.cards(rows.stream().map(StoredItinerary::place).distinct().toList());
    return rows.stream()
        .filter(row -> cards.containsKey(row.place()))
        .map(
            row ->
                new Shown(row.place(), open(row, Objects.requireNonNull(cards.get(row.place())))))
        .toList();
  }

  private static PublicItinerary open(StoredItinerary row, PlaceCard card) {
    return new PublicItinerary(
        row.publicId(),
        card.name(),
        card.address(),
        row.unit(),
        row.from(),
        row.to(),
        row.instructionsVi(),
        row.instructionsEn(),
        row.publishedAt());
  }
}
