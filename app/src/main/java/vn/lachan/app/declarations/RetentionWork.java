package vn.lachan.app.declarations;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lachan.app.audit.Act;
import vn.lachan.app.audit.Audit;
import vn.lachan.app.program.JobState;
import vn.lachan.app.program.JobStep;
import vn.lachan.app.program.Jobs;
import vn.lachan.app.program.LongWork;
import vn.lachan.app.program.NewJob;
import vn.lachan.app.program.ProgramSettings;

/**
 * Drops, once a day, declarations whose time is over, but those of persons whom an open case needs.
 * The argument of the work is the day before which they go and the number of its record.
 */
@Component
class RetentionWork implements LongWork {
  static final String KIND = "declarations.retention";

  private static final int ROWS_A_STEP = 2_000;

  private final RetentionTable table;
  private final ObjectProvider<NeededDeclarations> needed;
  private final DeclarationsSettings settings;
  private final ProgramSettings program;
  private final Audit audit;
  private final Jobs jobs;
  private final Clock clock;
  private final TransactionTemplate transactions;

  RetentionWork(
      RetentionTable table,
      ObjectProvider<NeededDeclarations> needed,
      DeclarationsSettings settings,
      ProgramSettings program,
      Audit audit,
      Jobs jobs,
      Clock clock,
      TransactionTemplate transactions) {
    this.table = table;
    this.needed = needed;
    this.settings = settings;
    this.program = program;
    this.audit = audit;
    this.jobs = jobs;
    this.clock = clock;
    this.transactions = transactions;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public JobStep step(JobState job) {
    String[] argument = job.argument().split(" ", 2);
    LocalDate before = LocalDate.parse(argument[0]);
    long run = Long.parseLong(argument[1]);
    long after = job.position().isEmpty() ? 0 : Long.parseLong(job.position());
    return Objects.requireNonNull(transactions.execute(_ -> drop(job, before, run, after)));
  }

  /** Daily, by whichever copy comes first; nothing while another run is under way. */
  @Scheduled(cron = "0 50 2 * * *", zone = "Asia/Ho_Chi_Minh")
  void startDaily() {
    boolean underWay = jobs.latest(KIND, 1).stream().anyMatch(job -> !job.ended());
    if (!underWay && !program.demoWanted()) {
      start(clock.instant());
    }
  }

  /** Nothing where nothing is old enough. */
  void start(Instant now) {
    LocalDate before = LocalDate.ofInstant(now, program.zone()).minusDays(settings.retentionDays());
    transactions.executeWithoutResult(
        _ -> {
          if (table.any(before.atStartOfDay(program.zone()).toInstant())) {
            jobs.start(new NewJob(KIND, before + " " + table.begin(before, now), 0, Act.PROGRAM));
          }
        });
  }

  private JobStep drop(JobState job, LocalDate before, long run, long after) {
    List<RetentionTable.Old> old =
        table.before(before.atStartOfDay(program.zone()).toInstant(), after, ROWS_A_STEP);
    Set<Long> kept = needed(old);
    List<Long> gone =
        old.stream()
            .filter(one -> !kept.contains(one.person()))
            .map(RetentionTable.Old::number)
            .toList();
    if (!gone.isEmpty()) {
      table.drop(gone);
      audit.record(
          new Act(
              Act.PROGRAM,
              "declarations.drop",
              null,
              null,
              before.toString(),
              gone.size(),
              List.of()));
    }
    table.add(run, gone.size(), old.size() - gone.size());
    boolean finished = old.size() < ROWS_A_STEP;
    if (finished) {
      table.end(run, clock.instant());
    }
    String position = old.isEmpty() ? job.position() : Long.toString(old.getLast().number());
    return new JobStep(position, job.done() + gone.size(), 0, finished);
  }

  private Set<Long> needed(List<RetentionTable.Old> old) {
    List<Long> persons = old.stream().map(RetentionTable.Old::person).distinct().toList();
    Set<Long> kept = new HashSet<>();
    if (!persons.isEmpty()) {
      needed.orderedStream().forEach(one -> kept.addAll(one.neededOf(persons)));
    }
    return kept;
  }
}
