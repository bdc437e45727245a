package vn.lachan.app.visits;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lachan.app.audit.Act;
import vn.lachan.app.audit.Audit;

/**
 * Destroys whole days when their time is over, the oldest first, each in a transaction of its own
 * together with its record. A day stays while a follower of the received order has not read all
 * that came for it, and while somebody reads it; the next run tries again.
 */
@Component
class RetentionWork {
  /** A check-in waits behind the lock on all visits for so long at most. */
  private static final int LOCK_MILLIS = 1_000;

  /** Groups under way at midnight are committed by then. */
  private static final Duration AFTER_MIDNIGHT = Duration.ofMinutes(10);

  private static final Period KEPT_DETAIL = Period.ofYears(1);
  private static final Logger LOG = LoggerFactory.getLogger(RetentionWork.class);

  private final RetentionTable table;
  private final DayTable days;
  private final VisitStore store;
  private final VisitsSettings settings;
  private final ObjectProvider<ArrivalFollower> followers;
  private final Audit audit;
  private final VisitMetrics metrics;
  private final TransactionTemplate transactions;

  RetentionWork(
      RetentionTable table,
      DayTable days,
      VisitStore store,
      VisitsSettings settings,
      ObjectProvider<ArrivalFollower> followers,
      Audit audit,
      VisitMetrics metrics,
      TransactionTemplate transactions) {
    this.table = table;
    this.days = days;
    this.store = store;
    this.settings = settings;
    this.followers = followers;
    this.audit = audit;
    this.metrics = metrics;
    this.transactions = transactions;
  }

  /** One run; two copies of the program may run it at once, or one twice. */
  void run(Instant now) {
    LocalDate today = VisitDays.dayOf(now.getEpochSecond());
    LocalDate before = today.minusDays(settings.retentionDays());
    List<LocalDate> old = days.days().stream().filter(day -> day.isBefore(before)).toList();
    boolean settled = !now.isBefore(VisitDays.midnight(today).plus(AFTER_MIDNIGHT));
    if (settled && (!old.isEmpty() || table.anyLeftBefore(VisitDays.midnight(before)))) {
      long run = table.begin(before, now);
      forget(run, old, before, now);
      table.forgetKeptBefore(VisitDays.midnight(today.minus(KEPT_DETAIL)));
    }
  }

  private void forget(long run, List<LocalDate> old, LocalDate before, Instant now) {
    long needed =
        table.recordedBefore(
            VisitDays.midnight(before.plusDays(settings.retentionDays())).plus(AFTER_MIDNIGHT));
    Optional<String> behind = behind(needed, before);
    if (behind.isPresent()) {
      LOG.warn("days before {} stay: {} is behind", before, behind.get());
      metrics.retentionFailed("waits");
      table.end(run, RetentionRun.Outcome.WAITS, behind.get(), now);
      return;
    }
    try {
      for (LocalDate day : old) {
        transactions.executeWithoutResult(_ -> forgetInside(run, day, now));
      }
      transactions.executeWithoutResult(_ -> forgetRest(before));
      recordKept(run, before);
      table.end(run, RetentionRun.Outcome.DONE, null, now);
    } catch (DataAccessException e) {
      if (!RetentionTable.isLocked(e)) {
        throw e;
      }
      LOG.warn("a day before {} stays: somebody is reading it", before);
      metrics.retentionFailed("locked");
      table.end(run, RetentionRun.Outcome.LOCKED, null, now);
    }
  }

  /** The first follower that has not read so far, or still needs one of the days. */
  private Optional<String> behind(long needed, LocalDate before) {
    return followers
        .orderedStream()
        .filter(follower -> follower.cursor() < needed || follower.needsFrom().isBefore(before))
        .map(ArrivalFollower::name)
        .findFirst();
  }

  private void forgetInside(long run, LocalDate day, Instant now) {
    if (!table.takeTurn() || !days.days().contains(day)) {
      return;
    }
    table.waitForLocks(LOCK_MILLIS);
    ForgottenDay measured = table.measure(day, run, now);
    store.forgetBefore(day.plusDays(1));
    table.record(measured);
    int rows = (int) Math.min(Integer.MAX_VALUE, measured.visits());
    audit.record(
        new Act(Act.PROGRAM, "visits.forget-day", null, null, day.toString(), rows, List.of()));
  }

  /** Withdrawals and received order of days that never had a partition here. */
  private void forgetRest(LocalDate before) {
    if (table.takeTurn()) {
      table.waitForLocks(LOCK_MILLIS);
      store.forgetBefore(before);
    }
  }

  private void recordKept(long run, LocalDate before) {
    followers
        .orderedStream()
        .forEach(
            follower -> {
              List<ArrivalFollower.Kept> kept = follower.keptOf(before);
              if (!kept.isEmpty()) {
                table.record(run, follower.name(), before, kept);
              }
            });
  }
}
