package vn.lachan.app.visits;

import java.time.Clock;
import java.time.LocalDate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import vn.lachan.app.program.ProgramSettings;

/**
 * Keeps the days: makes partitions ahead, destroys what is older than the retention, and vacuums a
 * day that has closed. Every copy of the program runs it; each step may run twice.
 */
@Component
class VisitJobs implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(VisitJobs.class);

  private final VisitDays days;
  private final RetentionWork retention;
  private final VisitsSettings settings;
  private final ProgramSettings program;
  private final Clock clock;
  private final VisitMetrics metrics;
  private volatile boolean running;

  VisitJobs(
      VisitDays days,
      VisitStore store,
      RetentionWork retention,
      VisitsSettings settings,
      ProgramSettings program,
      VisitMetrics metrics,
      Clock clock) {
    this.days = days;
    this.retention = retention;
    this.metrics = metrics;
    this.settings = settings;
    this.program = program;
    this.clock = clock;
    metrics.gauge("visits.partition.horizon.days", () -> days.horizonDays(today()));
    metrics.gauge("visits.cursor.head", store::head);
    metrics.gauge("visits.oldest.day.age.days", () -> days.oldestAgeDays(today()));
    metrics.gauge("visits.retention.overdue.days", this::overdueDays);
  }

  /** The days must be there before the first visit is. */
  @Override
  public void start() {
    makeDays();
    running = true;
  }

  @Override
  public void stop() {
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** Before everything that takes visits. */
  @Override
  public int getPhase() {
    return -1_000;
  }

  @Scheduled(cron = "0 17 * * * *")
  void makeDaysAhead() {
    try {
      makeDays();
    } catch (DataAccessException e) {
      metrics.partitionFailed();
      LOG.error("days ahead could not be made", e);
    }
  }

  /** At night, and each hour after where something was in the way. */
  @Scheduled(cron = "0 40 2-23 * * *", zone = "Asia/Ho_Chi_Minh")
  void forgetOldDays() {
    if (!destroys()) {
      return;
    }
    try {
      retention.run(clock.instant());
      days.refresh();
    } catch (DataAccessException e) {
      metrics.retentionFailed("failed");
      LOG.error("days past their retention could not be destroyed", e);
    }
  }

  /** Late check-outs of the day before have mostly come by then. */
  @Scheduled(cron = "0 10 3 * * *", zone = "Asia/Ho_Chi_Minh")
  void vacuumClosedDays() {
    days.vacuum(today().minusDays(2), today().minusDays(1));
  }

  private void makeDays() {
    days.ensure(
        today().minusDays(settings.retentionDays()), today().plusDays(settings.daysAhead()));
  }

  /** Not in a demo, whose days all lie in the past of its first start. */
  private boolean destroys() {
    return !program.demoWanted();
  }

  private int overdueDays() {
    int age = days.oldestAgeDays(today());
    return destroys() ? Math.max(0, age - settings.retentionDays()) : 0;
  }

  private LocalDate today() {
    return VisitDays.dayOf(clock.instant().getEpochSecond());
  }
}
