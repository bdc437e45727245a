package vn.lachan.app.places;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lachan.app.program.ProgramSettings;

/**
 * Keeps the figures of coverage up with places, entries and counts: takes some communes that
 * changed, finds which entries have a registration by now, and adds their days up anew.
 */
@Component
class CoverageKeeper {
  private final CoverageCellTable cells;
  private final ActivityTable activity;
  private final ObligedTable obliged;
  private final DeadRules rules;
  private final CoverageSettings settings;
  private final ProgramSettings program;
  private final TransactionTemplate transactions;

  CoverageKeeper(
      CoverageCellTable cells,
      ActivityTable activity,
      ObligedTable obliged,
      DeadRules rules,
      CoverageSettings settings,
      ProgramSettings program,
      TransactionTemplate transactions) {
    this.cells = cells;
    this.activity = activity;
    this.obliged = obliged;
    this.rules = rules;
    this.settings = settings;
    this.program = program;
    this.transactions = transactions;
  }

  /** Takes one step; answers whether another is worth taking at once. */
  boolean step(Instant now) {
    return Boolean.TRUE.equals(transactions.execute(status -> stepInside(now)));
  }

  void forget(Instant now) {
    transactions.executeWithoutResult(
        status -> {
          cells.forgetBefore(today(now).minusDays(settings.keptDays()));
          activity.forgetBefore(today(now).minusDays(settings.activityDays()));
        });
  }

  private boolean stepInside(Instant now) {
    if (!cells.tryLock()) {
      return false;
    }
    LocalDate today = today(now);
    openDays(today, now);
    Map<Integer, LocalDate> taken = cells.take(settings.units());
    if (taken.isEmpty()) {
      return false;
    }
    obliged.matchExactly(taken.keySet(), now);
    LocalDate oldest = today.minusDays(settings.keptDays());
    LocalDate first = Collections.min(taken.values());
    LocalDate from = first.isBefore(oldest) ? oldest : first;
    for (LocalDate day = from; !day.isAfter(today); day = day.plusDays(1)) {
      cells.addUp(changedBy(taken, day), day, rules.on(day).days());
    }
    return true;
  }

  private static Collection<Integer> changedBy(Map<Integer, LocalDate> taken, LocalDate day) {
    return taken.keySet().stream().filter(unit -> !day.isBefore(taken.get(unit))).toList();
  }

  /** Days on which the program did not run are made up for. */
  private void openDays(LocalDate today, Instant now) {
    LocalDate last = cells.lastDay().orElse(today.minusDays(1));
    LocalDate oldest = today.minusDays(settings.keptDays());
    LocalDate next = last.plusDays(1).isBefore(oldest) ? oldest : last.plusDays(1);
    if (!next.isAfter(today)) {
      cells.openDays(next, today, now);
    }
  }

  private LocalDate today(Instant now) {
    return LocalDate.ofInstant(now, program.zone());
  }
}
