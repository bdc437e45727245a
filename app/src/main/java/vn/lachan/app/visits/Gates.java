package vn.lachan.app.visits;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lachan.app.access.Actor;
import vn.lachan.app.access.Permission;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.app.people.MaskedPerson;
import vn.lachan.app.people.People;
import vn.lachan.app.people.Source;
import vn.lachan.app.places.PlaceCard;

/** Keepers who check visitors in and out at a place. */
@Component
class Gates {
  /** A reader that beeps twice has read once. */
  private static final int REPEAT_SECONDS = 15;

  private final VisitLists lists;
  private final People people;
  private final Visitors visitors;
  private final RefusalRules rules;
  private final RefuseTooFast throttle;
  private final StayTimes times;
  private final StayTable stays;
  private final GroupCommit commits;

  Gates(
      VisitLists lists,
      People people,
      Visitors visitors,
      RefusalRules rules,
      RefuseTooFast throttle,
      StayTimes times,
      StayTable stays,
      GroupCommit commits) {
    this.lists = lists;
    this.people = people;
    this.visitors = visitors;
    this.rules = rules;
    this.throttle = throttle;
    this.times = times;
    this.stays = stays;
    this.commits = commits;
  }

  Verdict scan(Actor actor, UUID placeId, GateScan scan, Instant asked) {
    PlaceCard place = lists.place(actor, Permission.VISITS_CAPTURE, placeId);
    Instant now = Instant.ofEpochSecond(asked.getEpochSecond());
    GateReading reading = GateReading.of(scan, place.code());
    if (reading.asksName()) {
      return verdict(Verdict.Colour.YELLOW, Verdict.Said.of("visits.gate.ask-name"));
    }
    if (reading.problem() != null) {
      return verdict(
          reading.isMistyped() ? Verdict.Colour.YELLOW : Verdict.Colour.RED, reading.problem());
    }
    try {
      rules.check(new CheckedVisit(place, now, null, now, false));
      throttle.account(actor.account(), 1);
      return record(actor, place, scan, reading, now);
    } catch (Refusal refusal) {
      rules.counted(refusal);
      return verdict(Verdict.Colour.RED, new Verdict.Said(refusal.code(), refusal.arguments()));
    }
  }

  /** Reads and recognises somebody, and leaves nothing behind. */
  AtGate atGate(Actor actor, UUID placeId, GateScan scan, Instant asked) {
    PlaceCard place = lists.place(actor, Permission.VISITS_CAPTURE, placeId);
    Instant now = Instant.ofEpochSecond(asked.getEpochSecond());
    GateReading reading = GateReading.of(scan, place.code());
    int inside = stays.inside(place.number(), now);
    if (reading.asksName() || reading.problem() != null) {
      return new AtGate(
          null, reading.asksName(), reading.problem(), reading.warnings(), false, false, inside);
    }
    rules.check(new CheckedVisit(place, now, null, now, false));
    OptionalLong person = known(reading, place, now);
    if (person.isEmpty()) {
      return new AtGate(null, false, null, reading.warnings(), false, false, inside);
    }
    Optional<StayTable.Stay> latest = stays.latest(person.getAsLong(), place.number(), null, now);
    boolean isInside = latest.filter(stay -> stay.isOpen(now)).isPresent();
    boolean isRecent =
        latest.filter(stay -> isJustIn(stay, now) || isJustOut(stay, now)).isPresent();
    return new AtGate(
        person.getAsLong(), false, null, reading.warnings(), isInside, isRecent, inside);
  }

  long person(Actor actor, UUID placeId, Visitor visitor, Instant asked) {
    PlaceCard place = lists.place(actor, Permission.VISITS_CAPTURE, placeId);
    Instant now = Instant.ofEpochSecond(asked.getEpochSecond());
    rules.check(new CheckedVisit(place, now, null, now, false));
    return person(visitor, place, now);
  }

  private OptionalLong known(GateReading reading, PlaceCard place, Instant now) {
    Visitor visitor = Objects.requireNonNull(reading.visitor());
    return visitor instanceof Visitor.Claimed claimed
        ? visitors.found(claimed, place, Source.KEEPER)
        : OptionalLong.of(visitors.known(visitor, now));
  }

  private static Verdict verdict(Verdict.Colour colour, Verdict.Said said) {
    return new Verdict(colour, said, null, null, false, List.of());
  }

  private Verdict record(
      Actor actor, PlaceCard place, GateScan scan, GateReading reading, Instant now) {
    long person = person(Objects.requireNonNull(reading.visitor()), place, now);
    Optional<StayTable.Stay> latest = stays.latest(person, place.number(), null, now);
    boolean inside = latest.filter(stay -> stay.isOpen(now)).isPresent();
    boolean leaves =
        switch (scan.direction()) {
          case AUTO -> inside;
          case IN -> false;
          case OUT -> true;
        };
    boolean repeated = latest.filter(stay -> isRepeat(stay, leaves, scan, now)).isPresent();
    List<Verdict.Said> warnings = new ArrayList<>(reading.warnings());
    if (repeated) {
      warnings.add(Verdict.Said.of("visits.gate.repeated"));
      boolean left = latest.orElseThrow().departure() != DepartureKind.INFERRED;
      return verdict(person, left, latest.orElseThrow().enteredAt(), warnings);
    }
    CaptureWay way = scan.typed() ? CaptureWay.KEEPER_TYPED : CaptureWay.KEEPER_SCAN;
    Capture capture = Capture.now(way, actor.account(), now.getEpochSecond());
    if (leaves) {
      leave(person, place, scan, capture, now, warnings);
    } else {
      enter(person, place, capture, now, warnings);
    }
    return verdict(person, leaves, now, warnings);
  }

  private long person(Visitor visitor, PlaceCard place, Instant now) {
    return visitor instanceof Visitor.Claimed claimed
        ? visitors.claimed(claimed, place, Source.KEEPER, now)
        : visitors.known(visitor, now);
  }

  /** The same way again within seconds; on automatic, either way. */
  private static boolean isRepeat(
      StayTable.Stay latest, boolean leaves, GateScan scan, Instant now) {
    return switch (scan.direction()) {
      case AUTO -> isJustIn(latest, now) || isJustOut(latest, now);
      case IN -> !leaves && isJustIn(latest, now);
      case OUT -> leaves && isJustOut(latest, now);
    };
  }

  private static boolean isJustIn(StayTable.Stay latest, Instant now) {
    return latest.isOpen(now) && latest.enteredAt().isAfter(now.minusSeconds(REPEAT_SECONDS));
  }

  private static boolean isJustOut(StayTable.Stay latest, Instant now) {
    return latest.departure() != DepartureKind.INFERRED
        && latest.leftAt().isAfter(now.minusSeconds(REPEAT_SECONDS));
  }

  private void enter(
      long person, PlaceCard place, Capture capture, Instant now, List<Verdict.Said> warnings) {
    StayTimes.Limit limit = times.limit(place, now.getEpochSecond(), now);
    if (limit.closed()) {
      warnings.add(Verdict.Said.of("visits.gate.closed-hour"));
    }
    commits.submit(
        new NewVisit(
            person,
            place.number(),
            now.getEpochSecond(),
            limit.departsBy(),
            null,
            limit.closed(),
            capture));
  }

  private void leave(
      long person,
      PlaceCard place,
      GateScan scan,
      Capture capture,
      Instant now,
      List<Verdict.Said> warnings) {
    DepartureKind kind = scan.typed() ? DepartureKind.KEYED : DepartureKind.SCANNED;
    Outcome outcome =
        commits.submit(
            new NewDeparture(person, place.number(), now.getEpochSecond(), kind, capture));
    if (outcome == Outcome.WAITING) {
      warnings.add(Verdict.Said.of("visits.gate.no-entry"));
    }
  }

  private Verdict verdict(long person, boolean left, Instant at, List<Verdict.Said> warnings) {
    Verdict.Colour colour = warnings.isEmpty() ? Verdict.Colour.GREEN : Verdict.Colour.YELLOW;
    Verdict.Said said = Verdict.Said.of(left ? "visits.gate.left" : "visits.gate.entered");
    return new Verdict(
        colour, said, shown(people.masked(List.of(person)).get(person)), at, left, warnings);
  }

  private static @Nullable String shown(@Nullable MaskedPerson person) {
    if (person == null) {
      return null;
    }
    return person.name().isEmpty() ? person.phone() : person.name();
  }
}
