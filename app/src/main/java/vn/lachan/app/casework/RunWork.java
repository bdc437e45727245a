package vn.lachan.app.casework;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.app.program.JobState;
import vn.lachan.app.program.JobStep;
import vn.lachan.app.program.LongWork;
import vn.lachan.app.tracing.TraceNews;
import vn.lachan.app.tracing.Traces;
import vn.lachan.app.tracing.TracingSettings;

/**
 * Traces the cases of a run, as many a step as share their questions to storage. What a step did is
 * written in its own transaction, so a step that comes again after a crash goes on behind it.
 */
@Component
class RunWork implements LongWork {
  static final String KIND = "casework.run";

  private final RunTable runs;
  private final Traces traces;
  private final TraceNews news;
  private final TracingSettings tracing;
  private final TransactionTemplate transactions;
  private final Clock clock;

  RunWork(
      RunTable runs,
      Traces traces,
      TraceNews news,
      TracingSettings tracing,
      TransactionTemplate transactions,
      Clock clock) {
    this.runs = runs;
    this.traces = traces;
    this.news = news;
    this.tracing = tracing;
    this.transactions = transactions;
    this.clock = clock;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public JobStep step(JobState job) {
    long run = runs.ofJob(job.id()).orElseThrow(() -> Refusal.notFound("casework.refused.no-run"));
    int done = Objects.requireNonNull(transactions.execute(_ -> portion(run)));
    boolean finished = done < tracing.batchTraces();
    return new JobStep("", job.done() + done, Math.max(job.total(), job.done() + done), finished);
  }

  private int portion(long run) {
    Instant now = clock.instant();
    List<Long> cases = runs.next(run, tracing.batchTraces());
    long before = news.latest();
    traces.refreshAll(cases, now);
    runs.done(run, cases, news.after(before, cases), now);
    return cases.size();
  }
}
