package vn.lachan.app.tracing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lachan.app.access.Accounts;
import vn.lachan.app.access.Actor;
import vn.lachan.app.access.Permission;
import vn.lachan.app.audit.Act;
import vn.lachan.app.audit.Audit;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.app.places.PlaceCard;
import vn.lachan.app.places.Places;
import vn.lachan.engine.tracing.Crowd;
import vn.lachan.engine.tracing.CrowdDecision;
import vn.lachan.engine.tracing.PlaceWindow;

/**
 * What officers decide about crowds. Decisions are rows that are never changed, only taken back.
 */
@Component
@Transactional
class CrowdDesk implements Crowds {
  static final int REASON_LETTERS = 300;
  private static final int MOST_MINUTES = 24 * 60;

  private final TraceTable traces;
  private final CrowdTable crowds;
  private final TraceKeeper keeper;
  private final Places places;
  private final Accounts accounts;
  private final Audit audit;

  CrowdDesk(
      TraceTable traces,
      CrowdTable crowds,
      TraceKeeper keeper,
      Places places,
      Accounts accounts,
      Audit audit) {
    this.traces = traces;
    this.crowds = crowds;
    this.keeper = keeper;
    this.places = places;
    this.accounts = accounts;
    this.audit = audit;
  }

  @Override
  @Transactional(readOnly = true)
  public List<TraceCrowd> list(Actor actor, UUID id) {
    StoredTrace trace =
        traces.inReach(actor.require(Permission.CASES_READ), id).orElseThrow(CrowdDesk::notFound);
    List<Crowd> found = crowds.ofTrace(trace.number());
    if (found.isEmpty()) {
      return List.of();
    }
    List<CrowdTable.Decided> decided = crowds.decisions(trace.number());
    Map<Long, String> names =
        accounts.names(decided.stream().map(CrowdTable.Decided::by).distinct().toList());
    Map<Long, PlaceCard> cards =
        places.cards(found.stream().map(crowd -> crowd.window().place()).distinct().toList());
    List<TraceCrowd> shown = new ArrayList<>();
    for (Crowd crowd : found) {
      PlaceCard card = cards.get(crowd.window().place());
      if (card != null) {
        shown.add(new TraceCrowd(id, card, crowd, decision(crowd, decided, names)));
      }
    }
    return shown;
  }

  @Override
  public void decide(Actor actor, UUID id, CrowdChoice choice, Instant now) {
    StoredTrace trace = writable(actor, id);
    PlaceWindow window = window(trace, choice.place(), choice.from());
    check(choice, window);
    crowds.decide(
        trace.number(),
        new CrowdDecision(
            window.place(),
            window.from(),
            window.to(),
            choice.keepFrom().getEpochSecond(),
            choice.keepTo().getEpochSecond(),
            choice.minimumMinutes(),
            choice.includeAll()),
        choice.reason().strip(),
        actor.account(),
        now);
    String kind = choice.includeAll() ? "tracing.crowd-include" : "tracing.crowd-narrow";
    record(actor, trace, kind, choice.place(), choice.reason().strip());
    keeper.again(trace.number(), Causes.all(Cause.CROWD), TraceKeeper.By.BESIDE, now);
  }

  @Override
  public void undo(Actor actor, UUID id, UUID place, Instant from, Instant now) {
    StoredTrace trace = writable(actor, id);
    PlaceWindow window = window(trace, place, from);
    if (crowds.undo(trace.number(), window, actor.account(), now) == 0) {
      throw Refusal.conflict("tracing.refused.crowd-nothing");
    }
    record(actor, trace, "tracing.crowd-undo", place, null);
    keeper.again(trace.number(), Causes.all(Cause.CROWD), TraceKeeper.By.BESIDE, now);
  }

  private StoredTrace writable(Actor actor, UUID id) {
    StoredTrace trace =
        traces.inReach(actor.require(Permission.CASES_WRITE), id).orElseThrow(CrowdDesk::notFound);
    if (trace.closedAt() != null) {
      throw Refusal.conflict("tracing.refused.closed");
    }
    return trace;
  }

  /** The crowd as it stands; it may have moved since the officer saw it. */
  private PlaceWindow window(StoredTrace trace, UUID place, Instant from) {
    long number =
        places
            .byPublicId(place)
            .map(PlaceCard::number)
            .orElseThrow(() -> Refusal.notFound("tracing.refused.no-crowd"));
    return crowds.ofTrace(trace.number()).stream()
        .map(Crowd::window)
        .filter(window -> window.place() == number && window.from() == from.getEpochSecond())
        .findFirst()
        .orElseThrow(() -> Refusal.conflict("tracing.refused.no-crowd"));
  }

  private static void check(CrowdChoice choice, PlaceWindow window) {
    long from = choice.keepFrom().getEpochSecond();
    long to = choice.keepTo().getEpochSecond();
    if (from >= to || from >= window.to() || to <= window.from()) {
      throw Refusal.invalid("tracing.refused.crowd-span");
    }
    if (choice.minimumMinutes() < 0 || choice.minimumMinutes() > MOST_MINUTES) {
      throw Refusal.invalid("tracing.refused.crowd-minutes", MOST_MINUTES);
    }
    boolean narrows = choice.minimumMinutes() > 0 || from > window.from() || to < window.to();
    if (!narrows && !choice.includeAll()) {
      throw Refusal.invalid("tracing.refused.crowd-nothing");
    }
    requireReason(choice.reason());
  }

  static void requireReason(String reason) {
    if (reason.isBlank() || reason.strip().length() > REASON_LETTERS) {
      throw Refusal.invalid("tracing.refused.reason", REASON_LETTERS);
    }
  }

  private void record(
      Actor actor, StoredTrace trace, String kind, UUID place, @Nullable String reason) {
    audit.record(
        Act.on(actor.account(), kind, place.toString()).forCase(trace.subject()).because(reason));
  }

  private static TraceCrowd.@Nullable Decision decision(
      Crowd crowd, List<CrowdTable.Decided> decided, Map<Long, String> names) {
    PlaceWindow window = crowd.window();
    for (CrowdTable.Decided one : decided.reversed()) {
      CrowdDecision decision = one.decision();
      boolean meets =
          decision.place() == window.place()
              && decision.from() < window.to()
              && decision.to() > window.from();
      if (meets) {
        return new TraceCrowd.Decision(
            Instant.ofEpochSecond(decision.keepFrom()),
            Instant.ofEpochSecond(decision.keepTo()),
            decision.minimumMinutes(),
            decision.includeAll(),
            one.reason(),
            one.at(),
            names.getOrDefault(one.by(), ""));
      }
    }
    return null;
  }

  private static Refusal notFound() {
    return Refusal.notFound("tracing.refused.not-found");
  }
}
