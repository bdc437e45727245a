package vn.lachan.app.declarations;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import vn.lachan.engine.form.FormReading;
import vn.lachan.engine.form.Warnings;

/**
 * The rules that officers made, read at most every {@value #SECONDS} seconds, so that another copy
 * of the program judges by them soon after; this copy does at once.
 */
@Component
class RuleShelf {
  static final int SECONDS = 5;

  private final RuleTable table;
  private final Clock clock;
  private volatile @Nullable Kept kept;

  RuleShelf(RuleTable table, Clock clock) {
    this.table = table;
    this.clock = clock;
  }

  private record Kept(List<DeclaredForm.Rules> sets, long untilMillis) {}

  /** Those that count, the one that wins first. */
  List<DeclaredForm.Rules> made() {
    long now = clock.millis();
    Kept found = kept;
    if (found == null || now >= found.untilMillis()) {
      List<DeclaredForm.Rules> sets =
          table.all().stream()
              .filter(row -> row.withdrawnAt() == null)
              .flatMap(row -> read(row.rules(), row.compared()).stream())
              .toList();
      found = new Kept(sets, now + SECONDS * 1_000L);
      kept = found;
    }
    return found.sets();
  }

  /** Once the change is committed, and for its own transaction. */
  void forget() {
    kept = null;
    if (TransactionSynchronizationManager.isSynchronizationActive()) {
      TransactionSynchronizationManager.registerSynchronization(
          new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
              kept = null;
            }
          });
    }
  }

  /** Empty where the text can no longer be read: what was stored was read before. */
  static Optional<DeclaredForm.Rules> read(String json, boolean compared) {
    return switch (Warnings.read(json)) {
      case FormReading.Accepted(var set) ->
          Optional.of(new DeclaredForm.Rules(json, set, compared));
      case FormReading.Refused(_) -> Optional.empty();
    };
  }
}
