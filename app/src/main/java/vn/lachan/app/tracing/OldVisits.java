package vn.lachan.app.tracing;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lachan.app.visits.OpenTraces;
import vn.lachan.engine.tracing.Visit;

/**
 * Takes visits of days that are destroyed already into the evidence of the open traces that they
 * meet; whoever meets none is not kept.
 */
@Component
class OldVisits implements OpenTraces {
  private final FollowerTable table;
  private final EvidenceTable evidence;
  private final TraceKeeper keeper;
  private final TraceSources sources;
  private final TransactionTemplate transactions;
  private final Clock clock;

  OldVisits(
      FollowerTable table,
      EvidenceTable evidence,
      TraceKeeper keeper,
      TraceSources sources,
      TransactionTemplate transactions,
      Clock clock) {
    this.table = table;
    this.evidence = evidence;
    this.keeper = keeper;
    this.sources = sources;
    this.transactions = transactions;
    this.clock = clock;
  }

  @Override
  public boolean take(Visit visit) {
    Instant now = clock.instant();
    return Boolean.TRUE.equals(transactions.execute(_ -> takeInside(visit, now)));
  }

  private boolean takeInside(Visit visit, Instant now) {
    long record = visit.person();
    long person = sources.canonical(List.of(record)).getOrDefault(record, record);
    var touch =
        new Touch(
            Long.MAX_VALUE,
            person,
            visit.place(),
            visit.enteredAt(),
            visit.leftAt(),
            Cause.LATE_VISIT);
    Set<Long> met =
        table.touched(List.of(touch)).stream()
            .map(FollowerTable.Hit::trace)
            .collect(Collectors.toSet());
    for (long trace : met) {
      evidence.keep(trace, visit);
      keeper.again(trace, Causes.all(Cause.LATE_VISIT), TraceKeeper.By.BESIDE, now);
    }
    return !met.isEmpty();
  }
}
