package vn.lachan.app.people;

import java.util.List;
import java.util.Objects;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lachan.app.program.JobState;
import vn.lachan.app.program.JobStep;
import vn.lachan.app.program.Jobs;
import vn.lachan.app.program.LongWork;
import vn.lachan.app.program.NewJob;

/**
 * Makes tokens of names for records that have none or older ones: those of before the search
 * existed, and those that a previous version of the program wrote while it ran beside this one.
 */
@Component
class NameCatchUp implements LongWork {
  static final String KIND = "people.names";

  private static final int PERSONS_A_STEP = 300;

  private final NameIndexing names;
  private final Jobs jobs;
  private final TransactionTemplate transactions;

  NameCatchUp(NameIndexing names, Jobs jobs, TransactionTemplate transactions) {
    this.names = names;
    this.jobs = jobs;
    this.transactions = transactions;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public JobStep step(JobState job) {
    List<Long> done =
        Objects.requireNonNull(
            transactions.execute(status -> names.catchUp(PersonWork.after(job), PERSONS_A_STEP)));
    return PersonWork.next(job, done, PERSONS_A_STEP);
  }

  @EventListener(ApplicationReadyEvent.class)
  void startWhereNeeded() {
    long outdated = names.outdated();
    boolean underWay = jobs.latest(KIND, 1).stream().anyMatch(job -> !job.ended());
    if (outdated > 0 && !underWay) {
      jobs.start(new NewJob(KIND, "", outdated, 0));
    }
  }
}
