package vn.lachan.app.privacy;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lachan.app.access.Actor;
import vn.lachan.app.audit.Audit;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.app.messaging.Notices;
import vn.lachan.app.people.DestructionReason;
import vn.lachan.app.people.People;

/**
 * The steps of a request: who asks, receipt, extension, decision, fulfilment. Each is a row of its
 * own and an act; PRIVACY_MANAGE for all, with PEOPLE_DESTROY where identity is destroyed.
 */
@Component
public class RequestSteps {
  private final RequestTable requests;
  private final RequestClocks clocks;
  private final Steps steps;
  private final PersonData persons;
  private final People people;
  private final Notices notices;
  private final Audit audit;

  RequestSteps(
      RequestTable requests,
      RequestClocks clocks,
      Steps steps,
      PersonData persons,
      People people,
      Notices notices,
      Audit audit) {
    this.requests = requests;
    this.clocks = clocks;
    this.steps = steps;
    this.persons = persons;
    this.people = people;
    this.notices = notices;
    this.audit = audit;
  }

  /**
   * Says who the requester is and how that was made sure.
   *
   * @throws Refusal {@code privacy.refused.person}, {@code privacy.refused.closed}
   */
  @Transactional
  public void identify(Actor actor, UUID request, UUID person, IdentityCheck check, Instant now) {
    StoredRequest stored = open(actor, request);
    if (stored.decidedAt() != null) {
      throw Refusal.conflict("privacy.refused.decided");
    }
    long number = persons.number(person);
    people.file(actor, number, now);
    requests.identified(stored.number(), number, check);
    done(actor, request, "IDENTIFIED", check.name(), null, "privacy.identify", now);
  }

  /** The person was told that the request has arrived. */
  @Transactional
  public void acknowledge(Actor actor, UUID request, Instant now) {
    StoredRequest stored = open(actor, request);
    if (stored.acknowledgedAt() != null) {
      throw Refusal.conflict("privacy.refused.acknowledged");
    }
    requests.acknowledged(stored.number(), now);
    done(actor, request, "ACKNOWLEDGED", null, null, "privacy.acknowledge", now);
  }

  /**
   * Puts the answer off, once, with a reason that the person is told.
   *
   * @throws Refusal {@code privacy.refused.extension}, {@code privacy.refused.reason}
   */
  @Transactional
  public void extend(Actor actor, UUID request, String reason, Instant now) {
    StoredRequest stored = open(actor, request);
    requireReason(reason);
    Instant until =
        clocks
            .mayExtendUntil(stored)
            .orElseThrow(() -> Refusal.conflict("privacy.refused.extension"));
    requests.extended(stored.number(), until, now);
    done(actor, request, "EXTENDED", null, reason, "privacy.extend", now);
  }

  /**
   * Decides. A refusal ends the request; what is granted is still to be fulfilled.
   *
   * @param refusal the legal reason; for refusals only
   * @param text what the letter says besides; required for a part
   */
  @Transactional
  public void decide(
      Actor actor,
      UUID request,
      Outcome outcome,
      @Nullable RefusalReason refusal,
      @Nullable String text,
      Instant now) {
    StoredRequest stored = open(actor, request);
    if (stored.decidedAt() != null) {
      throw Refusal.conflict("privacy.refused.decided");
    }
    checkDecision(stored, outcome, refusal, text);
    RefusalReason kept = outcome == Outcome.REFUSED ? refusal : null;
    requests.decided(stored.number(), outcome, kept, now);
    done(
        actor,
        request,
        "DECIDED_" + outcome.name(),
        kept == null ? null : kept.name(),
        text,
        "privacy.decide",
        now);
    if (outcome == Outcome.REFUSED) {
      requests.closed(stored.number(), now);
    }
    if (stored.person() != null) {
      String name = "YC-" + stored.number();
      notices.postOnce(stored.person(), "data-answered", List.of(name), "data-" + name, now);
    }
  }

  /**
   * Does what was granted, where the program does it itself (deletion, restriction), and notes that
   * it is done.
   */
  @Transactional
  public void fulfil(Actor actor, UUID request, @Nullable String text, Instant now) {
    StoredRequest stored = open(actor, request);
    if (stored.decidedAt() == null) {
      throw Refusal.conflict("privacy.refused.not-decided");
    }
    Long person = stored.person();
    if (person != null && stored.kind() == RequestKind.DELETION) {
      requireNoOpenCase(person);
      people.destroy(actor, person, DestructionReason.REQUESTED, "YC-" + stored.number(), now);
    }
    if (person != null && stored.kind() == RequestKind.RESTRICTION) {
      requests.restrict(person, stored.number(), actor.account(), now);
    }
    requests.closed(stored.number(), now);
    done(actor, request, "FULFILLED", null, text, "privacy.fulfil", now);
  }

  /** Ends the restriction that stands for the person of a request. */
  @Transactional
  public void liftRestriction(Actor actor, UUID request, String reason, Instant now) {
    Whole.require(actor);
    StoredRequest stored = requests.lock(request).orElseThrow(PersonRequests::notFound);
    requireReason(reason);
    if (stored.person() == null || !persons.restricted(stored.person())) {
      throw Refusal.conflict("privacy.refused.not-restricted");
    }
    requests.liftRestrictions(persons.records(stored.person()), actor.account(), now);
    done(actor, request, "LIFTED", null, reason, "privacy.lift-restriction", now);
  }

  private StoredRequest open(Actor actor, UUID request) {
    Whole.require(actor);
    StoredRequest stored = requests.lock(request).orElseThrow(PersonRequests::notFound);
    if (stored.closedAt() != null) {
      throw Refusal.conflict("privacy.refused.closed");
    }
    return stored;
  }

  private void done(
      Actor actor,
      UUID request,
      String what,
      @Nullable String reason,
      @Nullable String text,
      String kind,
      Instant now) {
    steps.note(request, what, reason, text, actor.account(), now);
    StoredRequest after = requests.find(request).orElseThrow(PersonRequests::notFound);
    audit.record(PersonRequests.act(actor, kind, after));
  }

  private void checkDecision(
      StoredRequest stored,
      Outcome outcome,
      @Nullable RefusalReason refusal,
      @Nullable String text) {
    if (outcome == Outcome.REFUSED && refusal == null) {
      throw Refusal.invalid("privacy.refused.refusal-reason");
    }
    if (outcome == Outcome.PARTLY) {
      requireReason(text);
    }
    if (outcome == Outcome.REFUSED) {
      return;
    }
    if (stored.kind().needsPerson() && stored.person() == null) {
      throw Refusal.conflict("privacy.refused.not-identified");
    }
    if (stored.kind() == RequestKind.DELETION && stored.person() != null) {
      requireNoOpenCase(stored.person());
    }
  }

  private void requireNoOpenCase(long person) {
    int open = persons.openCases(person);
    if (open > 0) {
      throw Refusal.conflict("privacy.refused.open-case", open);
    }
  }

  private static void requireReason(@Nullable String reason) {
    if (reason == null || reason.isBlank()) {
      throw Refusal.invalid("privacy.refused.reason");
    }
  }
}
