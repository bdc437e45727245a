package vn.lachan.app.visits;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import vn.lachan.app.access.Actor;
import vn.lachan.app.access.Permission;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.app.people.Claim;
import vn.lachan.app.people.People;
import vn.lachan.app.people.Source;
import vn.lachan.app.places.PlaceCard;
import vn.lachan.app.places.Places;
import vn.lachan.engine.tracing.Visit;

/** Visits and check-outs as other systems and devices send them. */
@Component
class Intake {
  private final Places places;
  private final People people;
  private final Visitors visitors;
  private final PlaceReach reach;
  private final RefusalRules rules;
  private final RefuseTooFast throttle;
  private final StayTimes times;
  private final GroupCommit commits;
  private final ObjectProvider<OpenTraces> openTraces;

  Intake(
      Places places,
      People people,
      Visitors visitors,
      PlaceReach reach,
      RefusalRules rules,
      RefuseTooFast throttle,
      StayTimes times,
      GroupCommit commits,
      ObjectProvider<OpenTraces> openTraces) {
    this.places = places;
    this.people = people;
    this.visitors = visitors;
    this.reach = reach;
    this.rules = rules;
    this.throttle = throttle;
    this.times = times;
    this.commits = commits;
    this.openTraces = openTraces;
  }

  /** One line on its way. */
  private static final class Line {
    final SentVisit sent;
    @Nullable PlaceCard place;
    @Nullable Claim claim;
    long person;
    @Nullable VisitMessage message;
    @Nullable Outcome outcome;
    @Nullable Refusal refusal;

    Line(SentVisit sent) {
      this.sent = sent;
    }
  }

  List<Receipt> recordAll(Actor actor, List<SentVisit> sent, CaptureWay way, Instant now) {
    if (sent.isEmpty()) {
      return List.of();
    }
    throttle.account(actor.account(), sent.size());
    List<Line> lines = sent.stream().map(Line::new).toList();
    Map<UUID, Long> known = lines.size() > 1 ? known(sent) : Map.of();
    lines.forEach(line -> attempt(line, () -> check(actor, line, known, source(way), now)));
    identify(lines, now);
    lines.forEach(line -> attempt(line, () -> prepare(actor, line, way, now)));
    commit(lines);
    return receipts(lines);
  }

  private static Source source(CaptureWay way) {
    return switch (way) {
      case KEEPER_SCAN, KEEPER_TYPED -> Source.KEEPER;
      default -> Source.IMPORT;
    };
  }

  private void attempt(Line line, Runnable step) {
    if (line.refusal != null) {
      return;
    }
    try {
      step.run();
    } catch (Refusal refusal) {
      line.refusal = rules.counted(refusal);
    }
  }

  /** The persons of a batch that are named by public id, read at once. */
  private Map<UUID, Long> known(List<SentVisit> sent) {
    Set<UUID> ids = new HashSet<>();
    for (SentVisit visit : sent) {
      if (visit.visitor() instanceof Visitor.PublicId(UUID id)) {
        ids.add(id);
      }
    }
    return ids.isEmpty() ? Map.of() : people.byPublicIds(ids);
  }

  private void check(Actor actor, Line line, Map<UUID, Long> known, Source source, Instant now) {
    SentVisit sent = line.sent;
    Optional<PlaceCard> place = places.byCode(sent.place());
    boolean tracesMayTake = openTraces.getIfAvailable() != null;
    rules.check(
        new CheckedVisit(place.orElse(null), sent.enteredAt(), sent.leftAt(), now, tracesMayTake));
    line.place = place.orElseThrow();
    reach.require(actor, Permission.VISITS_CAPTURE, line.place);
    if (sent.visitor() instanceof Visitor.Claimed claimed) {
      line.claim = Visitors.claim(claimed, line.place, source);
    } else if (sent.visitor() instanceof Visitor.PublicId(UUID id) && known.containsKey(id)) {
      line.person = known.get(id);
    } else {
      Instant at = sent.enteredAt() == null ? sent.leftAt() : sent.enteredAt();
      line.person = visitors.known(sent.visitor(), Objects.requireNonNull(at));
    }
  }

  private void identify(List<Line> lines, Instant now) {
    List<Line> claiming = lines.stream().filter(line -> line.claim != null).toList();
    List<Long> persons =
        visitors.claimedAll(
            claiming.stream().map(line -> Objects.requireNonNull(line.claim)).toList(), now);
    for (int index = 0; index < claiming.size(); index++) {
      claiming.get(index).person = persons.get(index);
    }
  }

  private void prepare(Actor actor, Line line, CaptureWay way, Instant now) {
    SentVisit sent = line.sent;
    PlaceCard place = Objects.requireNonNull(line.place);
    var capture =
        new Capture(
            way,
            actor.account(),
            sent.device(),
            sent.originalEnteredAt() == null ? null : sent.originalEnteredAt().getEpochSecond(),
            sent.clockCorrectionSeconds(),
            now.getEpochSecond());
    DepartureKind kind = sent.departureKeyed() ? DepartureKind.KEYED : DepartureKind.SCANNED;
    Instant leftAt = sent.leftAt();
    if (sent.enteredAt() == null) {
      long left = Objects.requireNonNull(leftAt).getEpochSecond();
      line.message = new NewDeparture(line.person, place.number(), left, kind, capture);
      return;
    }
    long enteredAt = sent.enteredAt().getEpochSecond();
    StayTimes.Limit limit = times.limit(place, enteredAt, now);
    var departure = leftAt == null ? null : new NewVisit.Departure(leftAt.getEpochSecond(), kind);
    var visit =
        new NewVisit(
            line.person,
            place.number(),
            enteredAt,
            limit.departsBy(),
            departure,
            limit.closed(),
            capture);
    if (rules.isForgotten(sent.enteredAt(), now)) {
      giveToTraces(line, visit);
    } else {
      line.message = visit;
    }
  }

  private void giveToTraces(Line line, NewVisit visit) {
    NewVisit.Departure departure = visit.departure();
    long leftAt = departure == null ? visit.departsBy() : departure.leftAt();
    var old =
        new Visit(visit.person(), visit.place(), visit.enteredAt(), leftAt, departure == null);
    OpenTraces traces = openTraces.getIfAvailable();
    if (traces == null || !traces.take(old)) {
      throw rules.forgotten();
    }
    line.outcome = Outcome.STORED;
  }

  private void commit(List<Line> lines) {
    List<Line> ready =
        lines.stream().filter(line -> line.refusal == null && line.message != null).toList();
    List<VisitMessage> messages =
        ready.stream().map(line -> Objects.requireNonNull(line.message)).toList();
    List<Outcome> outcomes = commits.submit(messages);
    for (int index = 0; index < ready.size(); index++) {
      Line line = ready.get(index);
      line.outcome = outcomes.get(index);
      if (line.outcome == Outcome.FAILED) {
        line.refusal = rules.counted(Refusal.invalid("visits.refused.storage"));
      }
    }
  }

  private List<Receipt> receipts(List<Line> lines) {
    Set<Long> unnamed = new HashSet<>();
    for (Line line : lines) {
      if (line.refusal == null && !(line.sent.visitor() instanceof Visitor.PublicId)) {
        unnamed.add(line.person);
      }
    }
    Map<Long, UUID> named = people.publicIds(unnamed);
    List<Receipt> receipts = new ArrayList<>(lines.size());
    for (Line line : lines) {
      receipts.add(receipt(line, named));
    }
    return receipts;
  }

  private static Receipt receipt(Line line, Map<Long, UUID> named) {
    if (line.refusal != null) {
      return Receipt.refused(line.refusal);
    }
    UUID person =
        line.sent.visitor() instanceof Visitor.PublicId(UUID id)
            ? id
            : Objects.requireNonNull(named.get(line.person));
    Instant at = line.sent.enteredAt() == null ? line.sent.leftAt() : line.sent.enteredAt();
    return Receipt.of(Objects.requireNonNull(line.outcome), person, Objects.requireNonNull(at));
  }
}
