package vn.lachan.app.tracing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lachan.app.access.Accounts;
import vn.lachan.app.access.Actor;
import vn.lachan.app.access.Permission;
import vn.lachan.app.audit.Act;
import vn.lachan.app.audit.Audit;
import vn.lachan.app.kernel.Limits;
import vn.lachan.app.kernel.Page;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.app.places.PlaceCard;
import vn.lachan.app.places.Places;
import vn.lachan.app.units.Units;
import vn.lachan.app.visits.OwnPhone;
import vn.lachan.app.visits.OwnVisit;
import vn.lachan.app.visits.Visits;
import vn.lachan.engine.scan.PlaceCode;
import vn.lachan.engine.scan.Reading;
import vn.lachan.engine.tracing.PlaceWindow;

/** Publishes itineraries, and tells officers and residents what follows from them. */
@Component
@Transactional
class ItineraryDesk implements Itineraries {
  /** One check of a phone looks at no more; the latest ones count. */
  private static final int CHECKED = 1_000;

  private final ItineraryTable table;
  private final PresenceReading presence;
  private final Places places;
  private final Units units;
  private final Visits visits;
  private final Accounts accounts;
  private final Audit audit;
  private final TracingSettings settings;

  ItineraryDesk(
      ItineraryTable table,
      PresenceReading presence,
      Places places,
      Units units,
      Visits visits,
      Accounts accounts,
      Audit audit,
      TracingSettings settings) {
    this.table = table;
    this.presence = presence;
    this.places = places;
    this.units = units;
    this.visits = visits;
    this.accounts = accounts;
    this.audit = audit;
    this.settings = settings;
  }

  @Override
  public UUID publish(Actor actor, NewItinerary itinerary, Instant now) {
    var reach = actor.require(Permission.CASES_WRITE);
    ItineraryRules.check(itinerary, settings.itineraryDays(), now);
    PlaceCard place = place(itinerary.place());
    UUID id =
        table
            .insert(reach, place.number(), place.unit(), itinerary, actor.account(), now)
            .orElseThrow(() -> Refusal.forbidden("tracing.refused.itinerary-reach"));
    audit.record(Act.on(actor.account(), "tracing.itinerary-publish", id.toString()));
    return id;
  }

  @Override
  public void withdraw(Actor actor, UUID id, String reason, Instant now) {
    var reach = actor.require(Permission.CASES_WRITE);
    CrowdDesk.requireReason(reason);
    if (!table.withdraw(reach, id, reason.strip(), actor.account(), now)) {
      throw Refusal.conflict("tracing.refused.itinerary-gone");
    }
    audit.record(
        Act.on(actor.account(), "tracing.itinerary-withdraw", id.toString())
            .because(reason.strip()));
  }

  @Override
  @Transactional(readOnly = true)
  public Page<Itinerary> list(Actor actor, @Nullable String after, int rows) {
    var reach = actor.require(Permission.CASES_READ);
    int size = Limits.pageRows(rows);
    Page<ItineraryTable.Row> found =
        Page.of(
            table.inReach(reach, number(after), size + 1),
            size,
            row -> Long.toString(row.number()));
    return new Page<>(views(found.rows()), found.next());
  }

  @Override
  @Transactional(readOnly = true)
  public Itinerary get(Actor actor, UUID id) {
    return views(List.of(row(actor, id))).stream().findFirst().orElseThrow(ItineraryDesk::notFound);
  }

  @Override
  @Transactional(readOnly = true)
  public int countPresent(Actor actor, UUID id) {
    return presence.count(window(row(actor, id)));
  }

  @Override
  public Page<PresentPerson> present(Actor actor, UUID id, @Nullable String after, int rows) {
    Page<PresentPerson> page = presence.page(window(row(actor, id)), after, Limits.pageRows(rows));
    audit.record(
        new Act(
            actor.account(),
            "tracing.itinerary-present",
            null,
            null,
            id.toString(),
            page.rows().size(),
            List.of()));
    return page;
  }

  @Override
  @Transactional(readOnly = true)
  public Page<PublicItinerary> published(@Nullable String after, int rows, Instant now) {
    int size = Limits.pageRows(rows);
    PublicKey key = PublicKey.of(after);
    Page<ItineraryTable.Row> found =
        Page.of(
            table.published(since(now), key.from, key.number, size + 1),
            size,
            row -> row.from().getEpochSecond() + "-" + row.number());
    return new Page<>(publicly(found.rows()), found.next());
  }

  @Override
  @Transactional(readOnly = true)
  public List<OwnMatch> check(OwnPhone phone, Instant now) {
    List<ItineraryTable.Row> all = table.published(since(now), null, 0, CHECKED);
    List<OwnVisit> own = visits.own(phone, all.stream().map(ItineraryDesk::window).toList());
    Set<Long> wanted = new HashSet<>();
    own.forEach(visit -> wanted.add(visit.place()));
    List<ItineraryTable.Row> near =
        all.stream().filter(row -> wanted.contains(row.place())).toList();
    Map<UUID, PublicItinerary> shown =
        publicly(near).stream()
            .collect(java.util.stream.Collectors.toMap(PublicItinerary::id, one -> one));
    List<OwnMatch> matches = new ArrayList<>();
    for (ItineraryTable.Row row : near) {
      PublicItinerary itinerary = shown.get(row.publicId());
      for (OwnVisit visit : own) {
        boolean meets =
            visit.place() == row.place()
                && visit.enteredAt().isBefore(row.to())
                && visit.leftAt().isAfter(row.from());
        if (meets && itinerary != null) {
          matches.add(new OwnMatch(itinerary, visit.enteredAt(), visit.leftAt()));
        }
      }
    }
    return matches;
  }

  private ItineraryTable.Row row(Actor actor, UUID id) {
    return table
        .inReach(actor.require(Permission.CASES_READ), id)
        .orElseThrow(ItineraryDesk::notFound);
  }

  private static PlaceWindow window(ItineraryTable.Row row) {
    return new PlaceWindow(row.place(), row.from().getEpochSecond(), row.to().getEpochSecond());
  }

  private Instant since(Instant now) {
    return now.minus(Duration.ofDays(settings.itineraryDays()));
  }

  private PlaceCard place(String typed) {
    Optional<PlaceCard> found =
        switch (PlaceCode.parse(typed)) {
          case Reading.Accepted<PlaceCode>(PlaceCode code) -> places.byCode(code);
          case Reading.Rejected<PlaceCode> _ -> byPublicId(typed);
        };
    return found.orElseThrow(() -> Refusal.invalid("tracing.refused.itinerary-place"));
  }

  private Optional<PlaceCard> byPublicId(String typed) {
    try {
      return places.byPublicId(UUID.fromString(typed.strip()));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private List<Itinerary> views(List<ItineraryTable.Row> rows) {
    Map<Long, PlaceCard> cards =
        places.cards(rows.stream().map(ItineraryTable.Row::place).distinct().toList());
    Map<Long, String> names =
        accounts.names(
            rows.stream()
                .flatMap(row -> Stream.of(row.publishedBy(), orZero(row.withdrawnBy())))
                .distinct()
                .toList());
    List<Itinerary> views = new ArrayList<>();
    for (ItineraryTable.Row row : rows) {
      PlaceCard card = cards.get(row.place());
      if (card != null) {
        views.add(view(row, card, names));
      }
    }
    return views;
  }

  private static Itinerary view(ItineraryTable.Row row, PlaceCard card, Map<Long, String> names) {
    Instant withdrawnAt = row.withdrawnAt();
    String reason = row.withdrawnFor();
    return new Itinerary(
        row.publicId(),
        card,
        row.unit(),
        row.from(),
        row.to(),
        row.instructions(),
        row.instructionsEnglish(),
        row.publishedAt(),
        names.getOrDefault(row.publishedBy(), ""),
        withdrawnAt == null || reason == null
            ? null
            : new Itinerary.Withdrawal(
                withdrawnAt, names.getOrDefault(orZero(row.withdrawnBy()), ""), reason));
  }

  private List<PublicItinerary> publicly(List<ItineraryTable.Row> rows) {
    Map<Long, PlaceCard> cards =
        places.cards(rows.stream().map(ItineraryTable.Row::place).distinct().toList());
    List<PublicItinerary> shown = new ArrayList<>();
    for (ItineraryTable.Row row : rows) {
      PlaceCard card = cards.get(row.place());
      if (card != null) {
        shown.add(
            new PublicItinerary(
                row.publicId(),
                card.name(),
                card.address(),
                units.path(row.unit()),
                row.from(),
                row.to(),
                row.instructions(),
                row.instructionsEnglish(),
                row.publishedAt()));
      }
    }
    return shown;
  }

  private record PublicKey(@Nullable Instant from, long number) {
    static PublicKey of(@Nullable String text) {
      if (text == null) {
        return new PublicKey(null, 0);
      }
      try {
        int dash = text.lastIndexOf('-');
        long second = Long.parseLong(text.substring(0, Math.max(0, dash)));
        return new PublicKey(
            Instant.ofEpochSecond(Math.floorMod(second, 1L << 36)),
            Long.parseLong(text.substring(dash + 1)));
      } catch (NumberFormatException _) {
        throw Refusal.invalid("tracing.refused.page");
      }
    }
  }

  private static long number(@Nullable String after) {
    try {
      return after == null ? Long.MAX_VALUE : Long.parseLong(after);
    } catch (NumberFormatException _) {
      throw Refusal.invalid("tracing.refused.page");
    }
  }

  private static long orZero(@Nullable Long account) {
    return account == null ? 0 : account;
  }

  private static Refusal notFound() {
    return Refusal.notFound("tracing.refused.itinerary-missing");
  }
}
