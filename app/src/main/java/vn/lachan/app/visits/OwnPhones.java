package vn.lachan.app.visits;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.app.people.People;
import vn.lachan.app.people.Source;
import vn.lachan.app.places.PlaceCard;
import vn.lachan.app.places.PlaceSteps;
import vn.lachan.app.places.Places;
import vn.lachan.app.places.Status;
import vn.lachan.engine.scan.PlaceCode;

/**
 * Visitors who check in by their own phone. What is shown follows from the phone's own visits, so
 * whoever types somebody else's name and number learns nothing about them.
 */
@Component
class OwnPhones {
  /** How long a departure is still shown. */
  private static final Duration SHOWN = Duration.ofMinutes(10);

  /** Visits are kept in whole seconds, so a moment may lie one ahead. */
  private static final Duration SECOND = Duration.ofSeconds(1);

  /** More visits by one phone in a month than its person is shown. */
  private static final int MOST_STAYS = 1_000;

  private final Places places;
  private final PlaceSteps steps;
  private final People people;
  private final Visitors visitors;
  private final RefusalRules rules;
  private final RefuseTooFast throttle;
  private final StayTimes times;
  private final StayTable stays;
  private final GroupCommit commits;
  private final VisitsSettings settings;
  private final ObjectProvider<PresenceProofs> proofs;

  OwnPhones(
      Places places,
      PlaceSteps steps,
      People people,
      Visitors visitors,
      RefusalRules rules,
      RefuseTooFast throttle,
      StayTimes times,
      StayTable stays,
      GroupCommit commits,
      VisitsSettings settings,
      ObjectProvider<PresenceProofs> proofs) {
    this.places = places;
    this.steps = steps;
    this.people = people;
    this.visitors = visitors;
    this.rules = rules;
    this.throttle = throttle;
    this.times = times;
    this.stays = stays;
    this.commits = commits;
    this.settings = settings;
    this.proofs = proofs;
  }

  DoorView door(PlaceCode code, OwnPhone phone, Instant now) {
    PlaceCard place = place(code);
    OptionalLong person = person(phone);
    Optional<StayTable.Stay> stay =
        person.isPresent() ? latest(person.getAsLong(), place, phone, now) : Optional.empty();
    Instant enteredAt =
        stay.filter(latest -> latest.isOpen(now.plus(SECOND)))
            .map(StayTable.Stay::enteredAt)
            .orElse(null);
    Instant leftAt =
        stay.filter(latest -> latest.departure() != DepartureKind.INFERRED)
            .map(StayTable.Stay::leftAt)
            .filter(left -> left.isAfter(now.minus(SHOWN)))
            .orElse(null);
    return new DoorView(
        place.name(),
        place.address(),
        person.isPresent(),
        enteredAt,
        leftAt,
        refusal(place, now),
        parts(place));
  }

  Entered enter(PlaceCode code, Visitor.@Nullable Claimed claimed, OwnPhone phone, Instant asked) {
    Instant now = Instant.ofEpochSecond(asked.getEpochSecond());
    PlaceCard place = place(code);
    rules.check(new CheckedVisit(place, now, null, now, false));
    throttle(place, phone);
    long person = claimed == null ? knownPerson(phone) : claimedPerson(claimed, place, now);
    Entered entered = enter(person, place, phone, now);
    String newToken = claimed == null ? null : people.newDevice(person, now);
    return new Entered(entered.enteredAt(), entered.already(), newToken);
  }

  private Entered enter(long person, PlaceCard place, OwnPhone phone, Instant now) {
    Optional<StayTable.Stay> repeated = repeated(person, place, phone, now);
    Instant enteredAt =
        repeated
            .map(StayTable.Stay::enteredAt)
            .orElseGet(() -> afterTheLastDeparture(person, place, phone, now));
    if (repeated.isEmpty()) {
      commits.submit(visit(person, place, phone, enteredAt, now));
    }
    return new Entered(enteredAt, repeated.isPresent(), null);
  }

  GroupDoor groupDoor(PlaceCode code, List<Long> persons, OwnPhone phone, Instant now) {
    PlaceCard place = place(code);
    Map<Long, Instant> inside = new HashMap<>();
    for (long person : persons) {
      latest(person, place, phone, now)
          .filter(latest -> latest.isOpen(now.plus(SECOND)))
          .ifPresent(stay -> inside.put(person, stay.enteredAt()));
    }
    return new GroupDoor(place.name(), place.address(), inside, refusal(place, now), parts(place));
  }

  /** One tap of a family counts once against the limit of taps. */
  Map<Long, Instant> enterAll(PlaceCode code, List<Long> persons, OwnPhone phone, Instant asked) {
    Instant now = Instant.ofEpochSecond(asked.getEpochSecond());
    PlaceCard place = place(code);
    rules.check(new CheckedVisit(place, now, null, now, false));
    throttle(place, phone);
    Map<Long, Instant> entered = new HashMap<>();
    for (long person : persons) {
      entered.put(person, enter(person, place, phone, now).enteredAt());
    }
    return entered;
  }

  Map<Long, Instant> leaveAll(PlaceCode code, List<Long> persons, OwnPhone phone, Instant asked) {
    PlaceCard place = place(code);
    throttle(place, phone);
    Instant now = Instant.ofEpochSecond(asked.getEpochSecond());
    Map<Long, Instant> left = new HashMap<>();
    for (long person : persons) {
      latest(person, place, phone, now)
          .filter(stay -> stay.departure() == DepartureKind.INFERRED)
          .ifPresent(stay -> left.put(person, leave(person, place, stay, phone, now)));
    }
    return left;
  }

  OwnStays staysOf(long person, OwnPhone phone, Instant from, Instant to) {
    Long device = phone.device();
    return device == null
        ? new OwnStays(List.of())
        : new OwnStays(stays.ofDevice(List.of(person), device, from, to, MOST_STAYS));
  }

  Instant leave(PlaceCode code, OwnPhone phone, Instant asked) {
    PlaceCard place = place(code);
    long person = knownPerson(phone);
    throttle(place, phone);
    Instant now = Instant.ofEpochSecond(asked.getEpochSecond());
    StayTable.Stay open =
        latest(person, place, phone, now)
            .filter(stay -> stay.departure() == DepartureKind.INFERRED)
            .orElseThrow(() -> Refusal.conflict("visits.refused.not-inside"));
    return leave(person, place, open, phone, now);
  }

  private Instant leave(
      long person, PlaceCard place, StayTable.Stay open, OwnPhone phone, Instant now) {
    Instant leftAt = now.isAfter(open.enteredAt()) ? now : open.enteredAt().plusSeconds(1);
    commits.submit(
        new NewDeparture(
            person,
            place.number(),
            leftAt.getEpochSecond(),
            DepartureKind.SCANNED,
            capture(phone, now)));
    return leftAt;
  }

  private List<DoorView.Part> parts(PlaceCard place) {
    if (place.status() != Status.CLOSED) {
      return List.of();
    }
    return steps.parts(place.number()).stream()
        .map(part -> new DoorView.Part(part.code().symbols(), part.name(), part.address()))
        .toList();
  }

  Optional<OwnStays> stays(OwnPhone phone, Instant from, Instant to) {
    Long device = phone.device();
    OptionalLong person = person(phone);
    if (device == null || person.isEmpty()) {
      return Optional.empty();
    }
    long canonical =
        people
            .canonical(List.of(person.getAsLong()))
            .getOrDefault(person.getAsLong(), person.getAsLong());
    List<Long> records =
        people.recordsOf(List.of(canonical)).getOrDefault(canonical, List.of(canonical));
    return Optional.of(new OwnStays(stays.ofDevice(records, device, from, to, MOST_STAYS)));
  }

  private PlaceCard place(PlaceCode code) {
    return places.byCode(code).orElseThrow(() -> Refusal.notFound("visits.refused.unknown-place"));
  }

  private @Nullable Refusal refusal(PlaceCard place, Instant now) {
    try {
      rules.check(new CheckedVisit(place, now, null, now, false));
      return null;
    } catch (Refusal refusal) {
      return refusal;
    }
  }

  /** The device first: one that is over its limit must not use up the place's. */
  private void throttle(PlaceCard place, OwnPhone phone) {
    Long device = phone.device();
    if (device != null) {
      throttle.device(device);
    }
    throttle.place(place.number());
  }

  private OptionalLong person(OwnPhone phone) {
    return phone.token() == null ? OptionalLong.empty() : people.byDevice(phone.token());
  }

  private long knownPerson(OwnPhone phone) {
    return person(phone).orElseThrow(() -> Refusal.invalid("visits.refused.unknown-phone"));
  }

  private long claimedPerson(Visitor.Claimed claimed, PlaceCard place, Instant now) {
    return visitors.claimed(claimed, place, Source.RESIDENT, now);
  }

  /** Only what this phone recorded, so that a cookie got by a false claim shows nothing. */
  private Optional<StayTable.Stay> latest(
      long person, PlaceCard place, OwnPhone phone, Instant now) {
    Long device = phone.device();
    return device == null ? Optional.empty() : stays.latest(person, place.number(), device, now);
  }

  private Optional<StayTable.Stay> repeated(
      long person, PlaceCard place, OwnPhone phone, Instant now) {
    Instant since = now.minus(Duration.ofMinutes(settings.repeatMinutes()));
    return latest(person, place, phone, now)
        .filter(stay -> stay.isOpen(now.plus(SECOND)) && stay.enteredAt().isAfter(since));
  }

  /** Who comes back within the second of leaving enters when that stay has ended. */
  private Instant afterTheLastDeparture(long person, PlaceCard place, OwnPhone phone, Instant now) {
    return latest(person, place, phone, now)
        .filter(stay -> stay.departure() != DepartureKind.INFERRED)
        .map(StayTable.Stay::leftAt)
        .filter(left -> left.isAfter(now) && !left.isAfter(now.plus(SECOND)))
        .orElse(now);
  }

  private NewVisit visit(
      long person, PlaceCard place, OwnPhone phone, Instant entered, Instant now) {
    long enteredAt = entered.getEpochSecond();
    StayTimes.Limit limit = times.limit(place, enteredAt, now);
    return new NewVisit(
        person,
        place.number(),
        enteredAt,
        limit.departsBy(),
        null,
        limit.closed(),
        new Capture(
            CaptureWay.OWN_PHONE,
            0,
            phone.device(),
            null,
            0,
            now.getEpochSecond(),
            marks(place, phone, now)));
  }

  /** A ticket that holds marks the visit; one that is missing does so where the place asks. */
  private int marks(PlaceCard place, OwnPhone phone, Instant now) {
    PresenceProofs asked = proofs.getIfAvailable();
    if (asked == null) {
      return 0;
    }
    if (phone.presence() != null && asked.holds(place, phone, now)) {
      return VisitFlags.PROVED;
    }
    return asked.required(place) ? VisitFlags.UNPROVED : 0;
  }

  private static Capture capture(OwnPhone phone, Instant now) {
    return new Capture(CaptureWay.OWN_PHONE, 0, phone.device(), null, 0, now.getEpochSecond());
  }
}
