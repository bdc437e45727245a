package vn.lachan.app.program;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.FailureHandler.ExponentialBackoffFailureHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler.MaxRetriesFailureHandler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Submits work and lends it to this copy's two workers. The library db-scheduler keeps the lease: a
 * copy that dies is noticed by its missing heartbeats, and another takes up the work.
 */
@Component
class JobDesk implements Jobs, SmartLifecycle {
  private static final String TASK = "job";
  private static final String TABLE = "program.scheduled_task";
  private static final int WORKERS = 2;
  private static final int MOST_RETRIES = 6;
  private static final int MOST_LISTED = 200;
  private static final Duration POLL = Duration.ofSeconds(1);
  private static final Duration HEARTBEAT = Duration.ofSeconds(5);
  private static final Duration FIRST_RETRY = Duration.ofSeconds(2);
  private static final int MISSED_HEARTBEATS = 4;

  private final JobTable jobs;
  private final JobRunner runner;
  private final Clock clock;
  private final CustomTask<Void> task;
  private final DataSource dataSource;
  private final SchedulerClient submitting;
  private volatile @Nullable Scheduler scheduler;

  JobDesk(DataSource dataSource, JobTable jobs, JobRunner runner, Clock clock) {
    this.jobs = jobs;
    this.runner = runner;
    this.clock = clock;
    this.task =
        Tasks.custom(TASK, Void.class)
            .onFailure(
                new MaxRetriesFailureHandler<>(
                    MOST_RETRIES,
                    new ExponentialBackoffFailureHandler<>(FIRST_RETRY),
                    (complete, operations) -> giveUp(complete)))
            .onDeadExecutionRevive()
            .execute(this::execute);
    this.dataSource = new TransactionAwareDataSourceProxy(dataSource);
    this.submitting =
        SchedulerClient.Builder.create(this.dataSource, task).tableName(TABLE).build();
  }

  @Override
  @Transactional
  public UUID start(NewJob job) {
    UUID id = UUID.randomUUID();
    jobs.insert(id, job, clock.instant());
    submitting.scheduleIfNotExists(task.instance(id.toString()), clock.instant());
    return id;
  }

  @Override
  public Optional<JobView> find(UUID id) {
    return jobs.find(id).map(JobTable.Row::view);
  }

  @Override
  public List<JobView> latest(@Nullable String kind, int limit) {
    return jobs.latest(kind, Math.clamp(limit, 1, MOST_LISTED));
  }

  @Override
  public void cancel(UUID id, long account) {
    jobs.cancel(id, account, clock.instant());
  }

  @Override
  public long open() {
    return jobs.open();
  }

  @Override
  public synchronized void start() {
    Scheduler fresh = newScheduler();
    fresh.start();
    scheduler = fresh;
  }

  @Override
  public synchronized void stop() {
    Scheduler started = scheduler;
    scheduler = null;
    if (started != null) {
      started.stop();
    }
  }

  @Override
  public boolean isRunning() {
    return scheduler != null;
  }

  /** One that was stopped cannot start again, so each start has its own. */
  private Scheduler newScheduler() {
    return Scheduler.create(dataSource, task)
        .tableName(TABLE)
        .schedulerName(new SchedulerName.Fixed("copy-" + UUID.randomUUID()))
        .threads(WORKERS)
        .pollingInterval(POLL)
        .heartbeatInterval(HEARTBEAT)
        .missedHeartbeatsLimit(MISSED_HEARTBEATS)
        .alwaysPersistTimestampInUTC()
        .shutdownMaxWait(Duration.ofSeconds(8))
        .build();
  }

  private CompletionHandler<Void> execute(TaskInstance<Void> instance, ExecutionContext context) {
    boolean ended =
        runner.run(
            UUID.fromString(instance.getId()), () -> context.getSchedulerState().isShuttingDown());
    return ended ? new CompletionHandler.OnCompleteRemove<>() : this::takeUpAgain;
  }

  private void takeUpAgain(ExecutionComplete complete, ExecutionOperations<Void> operations) {
    operations.reschedule(complete, clock.instant());
  }

  private void giveUp(ExecutionComplete complete) {
    runner.giveUp(UUID.fromString(complete.getExecution().taskInstance.getId()));
  }
}
