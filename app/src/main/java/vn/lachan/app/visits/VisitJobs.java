package vn.lachan.app.visits;

import java.time.Clock;
import java.time.LocalDate;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import vn.lachan.app.program.ProgramSettings;

/**
 * Keeps the days: makes partitions ahead, destroys what is older than the retention, and vacuums a
 * day that has closed. Every copy of the program runs it; each step may run twice.
 */
@Component
class VisitJobs implements SmartLifecycle {
  private final VisitDays days;
  private final VisitStore store;
  private final VisitsSettings settings;
  private final ProgramSettings program;
  private final Clock clock;
  private volatile boolean running;

  VisitJobs(
      VisitDays days,
      VisitStore store,
      VisitsSettings settings,
      ProgramSettings program,
      VisitMetrics metrics,
      Clock clock) {
    this.days = days;
    this.store = store;
    this.settings = settings;
    this.program = program;
    this.clock = clock;
    metrics.gauge("visits.partition.horizon.days", () -> days.horizonDays(today()));
    metrics.gauge("visits.cursor.head", store::head);
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
  void makeDays() {
    days.ensure(
        today().minusDays(settings.retentionDays()), today().plusDays(settings.daysAhead()));
  }

  /** Not in a demo, whose days all lie in the past of its first start. */
  @Scheduled(cron = "0 40 2 * * *", zone = "Asia/Ho_Chi_Minh")
  void forgetOldDays() {
    if (program.demoWanted()) {
      return;
    }
    store.forgetBefore(today().minusDays(settings.retentionDays()));
  }

  /** Late check-outs of the day before have mostly come by then. */
  @Scheduled(cron = "0 10 3 * * *", zone = "Asia/Ho_Chi_Minh")
  void vacuumClosedDays() {
    days.vacuum(today().minusDays(2), today().minusDays(1));
  }

  private LocalDate today() {
    return VisitDays.dayOf(clock.instant().getEpochSecond());
  }
}
