package vn.lachan.app.visits;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lachan.app.access.Actor;
import vn.lachan.app.access.Permission;
import vn.lachan.app.kernel.Limits;
import vn.lachan.app.kernel.Page;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.app.people.MaskedPerson;
import vn.lachan.app.people.People;
import vn.lachan.app.places.PlaceCard;
import vn.lachan.app.places.Places;
import vn.lachan.engine.tracing.PlaceWindow;
import vn.lachan.engine.tracing.Visit;

/** Visits of a place as lists and figures; persons are masked. */
@Component
class VisitLists {
  static final int GATE_ROWS = 12;
  private static final int UNMATCHED_ROWS = 100;
  private static final int HALF_HOUR_SECONDS = 1_800;

  private final Places places;
  private final People people;
  private final PlaceReach reach;
  private final StayTable stays;
  private final VisitStore store;
  private final VisitsSettings settings;

  VisitLists(
      Places places,
      People people,
      PlaceReach reach,
      StayTable stays,
      VisitStore store,
      VisitsSettings settings) {
    this.places = places;
    this.people = people;
    this.reach = reach;
    this.stays = stays;
    this.store = store;
    this.settings = settings;
  }

  PlaceCard place(Actor actor, Permission permission, UUID placeId) {
    PlaceCard place =
        places
            .byPublicId(placeId)
            .orElseThrow(() -> Refusal.notFound("visits.refused.unknown-place"));
    reach.require(actor, permission, place);
    return place;
  }

  Gate gate(Actor actor, UUID placeId, Instant now) {
    PlaceCard place = place(actor, Permission.VISITS_CAPTURE, placeId);
    List<StayTable.Stay> latest =
        stays.began(
            place.number(),
            now.minusSeconds(VisitRules.LONGEST_SECONDS),
            now.plusSeconds(1),
            null,
            GATE_ROWS);
    return new Gate(
        place.publicId(),
        place.name(),
        place.address(),
        place.code().shown(),
        place.type(),
        stays.inside(place.number(), now),
        place.capacity(),
        listed(latest));
  }

  Page<ListedVisit> ofDay(
      Actor actor, UUID placeId, LocalDate day, @Nullable String after, int rows) {
    PlaceCard place = place(actor, Permission.VISITS_READ, placeId);
    DayKey key = after == null || after.isEmpty() ? null : DayKey.parse(after);
    List<StayTable.Stay> found =
        stays.began(
            place.number(),
            VisitDays.midnight(day),
            VisitDays.midnight(day.plusDays(1)),
            key,
            Limits.pageRows(rows) + 1);
    if (found.size() <= rows) {
      return new Page<>(listed(found), null);
    }
    List<StayTable.Stay> shown = found.subList(0, rows);
    return new Page<>(listed(shown), DayKey.after(shown, key).text());
  }

  DayFigures figures(Actor actor, UUID placeId, LocalDate day, Instant now) {
    PlaceCard place = place(actor, Permission.VISITS_READ, placeId);
    long from = VisitDays.midnight(day).getEpochSecond();
    long to = VisitDays.midnight(day.plusDays(1)).getEpochSecond();
    List<Visit> visits = store.atPlaces(List.of(new PlaceWindow(place.number(), from, to)));
    int began = (int) visits.stream().filter(visit -> visit.enteredAt() >= from).count();
    boolean today = now.getEpochSecond() >= from && now.getEpochSecond() < to;
    int inside = today ? stays.inside(place.number(), now) : 0;
    return figures(visits, began, inside, from, to);
  }

  List<UnmatchedDeparture> unmatched(Actor actor, UUID placeId, Instant now) {
    PlaceCard place = place(actor, Permission.VISITS_READ, placeId);
    List<StayTable.Waiting> found =
        stays.unmatched(
            place.number(),
            now.minus(Duration.ofHours(settings.waitingHours())),
            now.minus(Duration.ofDays(settings.retentionDays())),
            UNMATCHED_ROWS);
    Map<Long, MaskedPerson> masked =
        people.masked(found.stream().map(StayTable.Waiting::person).distinct().toList());
    return found.stream()
        .filter(row -> masked.containsKey(row.person()))
        .map(
            row -> {
              MaskedPerson person = Objects.requireNonNull(masked.get(row.person()));
              return new UnmatchedDeparture(
                  person.publicId(), person.name(), row.leftAt(), row.way());
            })
        .toList();
  }

  /** A person's half hours as bits, so that two rows of one person count once. */
  static DayFigures figures(List<Visit> visits, int began, int inside, long from, long to) {
    int slots = (int) ((to - from) / HALF_HOUR_SECONDS);
    Map<Long, Long> bits = new HashMap<>();
    for (Visit visit : visits) {
      long first = Math.max(0, (visit.enteredAt() - from) / HALF_HOUR_SECONDS);
      long last = Math.min(slots - 1L, (visit.leftAt() - 1 - from) / HALF_HOUR_SECONDS);
      long spanned = first > last ? 0 : (-1L >>> (63 - (last - first))) << first;
      bits.merge(visit.person(), spanned, (one, other) -> one | other);
    }
    int[] counts = new int[slots];
    for (long spanned : bits.values()) {
      for (int slot = 0; slot < slots; slot++) {
        counts[slot] += (int) (spanned >>> slot & 1);
      }
    }
    List<Integer> halfHours = Arrays.stream(counts).boxed().toList();
    return new DayFigures(bits.size(), began, inside, halfHours);
  }

  private List<ListedVisit> listed(List<StayTable.Stay> found) {
    Map<Long, MaskedPerson> masked =
        people.masked(found.stream().map(StayTable.Stay::person).distinct().toList());
    return found.stream()
        .filter(stay -> masked.containsKey(stay.person()))
        .map(stay -> listed(stay, Objects.requireNonNull(masked.get(stay.person()))))
        .toList();
  }

  private static ListedVisit listed(StayTable.Stay stay, MaskedPerson person) {
    return new ListedVisit(
        person.publicId(),
        person.name(),
        person.phone() == null ? "" : person.phone(),
        stay.enteredAt(),
        stay.leftAt(),
        stay.departure(),
        stay.way(),
        stay.flags());
  }
}
