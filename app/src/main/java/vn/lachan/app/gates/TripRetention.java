package vn.lachan.app.gates;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lachan.app.audit.Act;
import vn.lachan.app.audit.Audit;
import vn.lachan.app.declarations.NeededDeclarations;

/** Drops trips whose time is over, but those on which somebody stands in an open case. */
@Component
class TripRetention {
  private static final int ROWS_A_STEP = 1_000;

  private final TripTable table;
  private final ObjectProvider<NeededDeclarations> needed;
  private final Audit audit;
  private final TransactionTemplate transactions;

  TripRetention(
      TripTable table,
      ObjectProvider<NeededDeclarations> needed,
      Audit audit,
      TransactionTemplate transactions) {
    this.table = table;
    this.needed = needed;
    this.audit = audit;
    this.transactions = transactions;
  }

  /** How many were dropped. */
  int dropBefore(Instant at) {
    int dropped = 0;
    long after = 0;
    while (true) {
      Map<Long, List<Long>> old = table.before(at, after, ROWS_A_STEP);
      if (old.isEmpty()) {
        return dropped;
      }
      after = Collections.max(old.keySet());
      dropped += drop(old);
    }
  }

  private int drop(Map<Long, List<Long>> old) {
    Set<Long> persons = new HashSet<>();
    old.values().forEach(persons::addAll);
    Set<Long> kept = needed(persons);
    List<Long> gone =
        old.entrySet().stream()
            .filter(trip -> trip.getValue().stream().noneMatch(kept::contains))
            .map(Map.Entry::getKey)
            .toList();
    if (gone.isEmpty()) {
      return 0;
    }
    transactions.executeWithoutResult(
        status -> {
          int rows = table.delete(gone);
          audit.record(new Act(Act.PROGRAM, "gates.drop-trips", null, null, null, rows, List.of()));
        });
    return gone.size();
  }

  private Set<Long> needed(Collection<Long> persons) {
    Set<Long> all = new HashSet<>();
    needed.orderedStream().forEach(each -> all.addAll(each.neededOf(persons)));
    return all;
  }
}
