package vn.lachan.app.program;

import java.time.Clock;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import vn.lachan.app.kernel.Refusal;

/** Steps one piece of work until it ends, is cancelled or the program stops. */
@Component
class JobRunner {
  private static final Logger log = LoggerFactory.getLogger(JobRunner.class);
  private static final String UNKNOWN_KIND = "program.job-unknown";
  private static final String BROKEN = "program.job-broken";

  private final JobTable jobs;
  private final ObjectProvider<LongWork> works;
  private final Clock clock;

  JobRunner(JobTable jobs, ObjectProvider<LongWork> works, Clock clock) {
    this.jobs = jobs;
    this.works = works;
    this.clock = clock;
  }

  /**
   * Returns whether the work has ended; false when it should be taken up again because the program
   * stops.
   */
  boolean run(UUID id, BooleanSupplier stopping) {
    LongWork work = null;
    while (!stopping.getAsBoolean()) {
      JobTable.Row row = jobs.find(id).orElse(null);
      if (row == null || row.view().ended()) {
        return true;
      }
      if (row.view().cancelledAt() != null) {
        jobs.end(id, null, clock.instant());
        return true;
      }
      work = work == null ? find(row.view().kind()) : work;
      if (work == null) {
        jobs.end(id, UNKNOWN_KIND, clock.instant());
        return true;
      }
      if (endedByStep(row, work)) {
        return true;
      }
    }
    return false;
  }

  void giveUp(UUID id) {
    jobs.end(id, BROKEN, clock.instant());
  }

  private boolean endedByStep(JobTable.Row row, LongWork work) {
    UUID id = row.view().id();
    try {
      JobStep step = work.step(row.state());
      jobs.stepped(id, step, clock.instant());
      if (step.finished()) {
        jobs.end(id, null, clock.instant());
      }
      return step.finished();
    } catch (Refusal refusal) {
      log.info("Work {} of kind {} ended: {}", id, work.kind(), refusal.code());
      jobs.end(id, refusal.code(), clock.instant());
      return true;
    }
  }

  private @Nullable LongWork find(String kind) {
    return works.stream().filter(work -> work.kind().equals(kind)).findAny().orElse(null);
  }
}
