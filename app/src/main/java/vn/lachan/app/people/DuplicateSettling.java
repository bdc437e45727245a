package vn.lachan.app.people;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lachan.app.access.Actor;
import vn.lachan.app.access.Reach;
import vn.lachan.app.audit.Act;
import vn.lachan.app.audit.Audit;
import vn.lachan.app.kernel.Refusal;

/** Two records or one person: merging, taking it back, and settling what was found. */
@Component
class DuplicateSettling {
  /** How long a pair that was left for later stays away. */
  private static final Duration PUT_OFF = Duration.ofDays(3);

  private final AliasTable aliases;
  private final DuplicateTable duplicates;
  private final IdentityOpening opening;
  private final Audit audit;
  private final ApplicationEventPublisher events;
  private final TransactionTemplate transactions;

  DuplicateSettling(
      AliasTable aliases,
      DuplicateTable duplicates,
      IdentityOpening opening,
      Audit audit,
      ApplicationEventPublisher events,
      TransactionTemplate transactions) {
    this.aliases = aliases;
    this.duplicates = duplicates;
    this.opening = opening;
    this.audit = audit;
    this.events = events;
    this.transactions = transactions;
  }

  void asSame(
      Actor actor, Reach reach, long duplicate, int revision, MergeReason reason, Instant now) {
    transactions.executeWithoutResult(
        status -> {
          DuplicateTable.Row row = open(duplicate, revision, reach);
          join(actor, row.first(), row.second(), reason, now);
        });
  }

  void asDifferent(Actor actor, Reach reach, long duplicate, int revision, Instant now) {
    transactions.executeWithoutResult(
        status -> {
          DuplicateTable.Row row = open(duplicate, revision, reach);
          settle(actor, row.first(), row.second(), PossibleDuplicate.Verdict.DIFFERENT, now);
          record(actor, "people.different", null, row.first(), row.second());
        });
  }

  /** Leaves it for later; it is offered again after that. */
  void putOff(Actor actor, Reach reach, long duplicate, int revision, Instant now) {
    transactions.executeWithoutResult(
        status -> {
          DuplicateTable.Row row = open(duplicate, revision, reach);
          duplicates.putOff(duplicate, now.plus(PUT_OFF), actor.account());
          record(actor, "people.put-off", null, row.first(), row.second());
        });
  }

  /** An officer thinks that two records may be one person; the pair they are to settle. */
  long suspect(Actor actor, Reach reach, long one, long other, Instant now) {
    return Objects.requireNonNull(
        transactions.execute(
            status -> {
              requireReached(reach, one);
              requireReached(reach, other);
              Map<Long, Long> canonical = aliases.canonical(List.of(one, other));
              long first = Objects.requireNonNull(canonical.get(one));
              long second = Objects.requireNonNull(canonical.get(other));
              if (first == second) {
                throw Refusal.conflict("people.refused.same-already");
              }
              duplicates.insert(
                  Map.of(DuplicateTable.Pair.of(first, second), PossibleDuplicate.Reason.OFFICER),
                  now);
              long pair = duplicates.ofPair(first, second).orElseThrow();
              duplicates.reopenDifferent(pair);
              record(actor, "people.suspect", null, first, second);
              return pair;
            }));
  }

  /** Two holders of phones claim one person; nobody's word is believed more. */
  void doubt(long one, long other, Instant now) {
    Map<Long, Long> canonical = aliases.canonical(List.of(one, other));
    long first = Objects.requireNonNull(canonical.get(one));
    long second = Objects.requireNonNull(canonical.get(other));
    if (first != second) {
      duplicates.insert(
          Map.of(DuplicateTable.Pair.of(first, second), PossibleDuplicate.Reason.TWO_HOLDERS), now);
    }
  }

  void merge(Actor actor, Reach reach, long kept, long other, MergeReason reason, Instant now) {
    transactions.executeWithoutResult(
        status -> {
          requireReached(reach, kept);
          requireReached(reach, other);
          join(actor, kept, other, reason, now);
        });
  }

  /** The pair is open again afterwards: whoever undoes has not said that they differ. */
  void unmerge(Actor actor, Reach reach, long record, Instant now) {
    transactions.executeWithoutResult(
        status -> {
          requireReached(reach, record);
          aliases.lock();
          long sameAs =
              aliases
                  .alias(record)
                  .orElseThrow(() -> Refusal.conflict("people.refused.not-merged"))
                  .sameAs();
          aliases.delete(record, actor.account(), now);
          settle(actor, record, sameAs, null, now);
          record(actor, "people.unmerge", null, record, sameAs);
          events.publishEvent(new PersonMerged(record, sameAs, true));
        });
  }

  /** Joins the standing records of both, so that a chain has one end and a ring cannot arise. */
  private void join(Actor actor, long kept, long other, MergeReason reason, Instant now) {
    aliases.lock();
    Map<Long, Long> canonical = aliases.canonical(List.of(kept, other));
    long standing = Objects.requireNonNull(canonical.get(kept));
    long joined = Objects.requireNonNull(canonical.get(other));
    if (standing == joined) {
      throw Refusal.conflict("people.refused.same-already");
    }
    settle(actor, kept, other, PossibleDuplicate.Verdict.MERGED, now);
    aliases.insert(joined, standing, actor.account(), reason, now);
    record(actor, "people.merge", reason.name(), joined, standing);
    events.publishEvent(new PersonMerged(joined, standing, false));
  }

  /** Every pair between the records of the two persons has the same answer. */
  private void settle(
      Actor actor,
      long first,
      long second,
      PossibleDuplicate.@Nullable Verdict verdict,
      Instant now) {
    duplicates.settle(whole(first), whole(second), verdict, actor.account(), now);
  }

  private Collection<Long> whole(long record) {
    long canonical = Objects.requireNonNull(aliases.canonical(List.of(record)).get(record));
    return Objects.requireNonNull(aliases.records(List.of(canonical)).get(canonical));
  }

  private DuplicateTable.Row open(long duplicate, int revision, Reach reach) {
    DuplicateTable.Row row =
        duplicates
            .inReach(duplicate, reach)
            .orElseThrow(() -> Refusal.notFound("people.refused.not-found"));
    if (row.verdict() != null) {
      throw Refusal.conflict("people.refused.settled-already");
    }
    if (row.revision() != revision) {
      throw Refusal.conflict("people.refused.settled-meanwhile");
    }
    return row;
  }

  private void requireReached(Reach reach, long record) {
    if (opening.inReach(List.of(record), reach).isEmpty()) {
      throw Refusal.notFound("people.refused.not-found");
    }
  }

  private void record(Actor actor, String kind, @Nullable String reason, long one, long other) {
    audit.record(new Act(actor.account(), kind, reason, null, null, 2, List.of(one, other)));
  }
}
