package vn.lachan.app.people;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.app.program.JobState;
import vn.lachan.app.program.JobStep;
import vn.lachan.app.program.Jobs;
import vn.lachan.app.program.LongWork;
import vn.lachan.app.program.NewJob;
import vn.lachan.app.program.ProgramSettings;

/**
 * Destroys, once a day, persons whom nothing has needed for the retention: no claim, device,
 * correction or household, and no {@link PersonHolder}. Off unless the settings name a number of
 * days, the day from which it holds and the document that says so.
 */
@Component
class RetentionWork implements LongWork {
  static final String KIND = "people.retention";

  private static final int PERSONS_A_STEP = 100;

  private final DestructionTable table;
  private final PersonDestruction destruction;
  private final AliasTable aliases;
  private final List<PersonHolder> holders;
  private final PeopleSettings settings;
  private final ProgramSettings program;
  private final Jobs jobs;
  private final Clock clock;
  private final TransactionTemplate transactions;

  RetentionWork(
      DestructionTable table,
      PersonDestruction destruction,
      AliasTable aliases,
      List<PersonHolder> holders,
      PeopleSettings settings,
      ProgramSettings program,
      Jobs jobs,
      Clock clock,
      TransactionTemplate transactions) {
    this.table = table;
    this.destruction = destruction;
    this.aliases = aliases;
    this.holders = List.copyOf(holders);
    this.settings = settings;
    this.program = program;
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
    Instant now = clock.instant();
    if (!holds(now)) {
      throw Refusal.conflict("people.refused.no-retention");
    }
    Instant before = now.minus(Duration.ofDays(settings.retentionDays()));
    List<Long> quiet = table.quietSince(before, PersonWork.after(job), PERSONS_A_STEP);
    int gone = Objects.requireNonNull(transactions.execute(status -> destroy(quiet, before, now)));
    String position = quiet.isEmpty() ? job.position() : Long.toString(quiet.getLast());
    return new JobStep(position, job.done() + gone, 0, quiet.size() < PERSONS_A_STEP);
  }

  /** Daily, by whichever copy comes first; nothing while another run is under way. */
  @Scheduled(cron = "0 40 2 * * *", zone = "Asia/Ho_Chi_Minh")
  void startDaily() {
    boolean underWay = jobs.latest(KIND, 1).stream().anyMatch(job -> !job.ended());
    if (holds(clock.instant()) && !underWay) {
      jobs.start(new NewJob(KIND, "", 0, 0));
    }
  }

  private boolean holds(Instant now) {
    return settings.retentionHolds(LocalDate.ofInstant(now, program.zone()));
  }

  private int destroy(List<Long> quiet, Instant before, Instant now) {
    Map<Long, List<Long>> wholes = aliases.records(quiet);
    List<Long> records = wholes.values().stream().flatMap(List::stream).toList();
    Set<Long> held = new HashSet<>();
    holders.forEach(holder -> held.addAll(holder.held(records, before)));
    List<Long> free = new ArrayList<>();
    wholes.forEach(
        (person, whole) -> {
          if (whole.stream().noneMatch(held::contains)) {
            free.add(person);
          }
        });
    return free.isEmpty()
        ? 0
        : destruction.destroyWhole(
            0, free, DestructionReason.RETENTION_OVER, settings.retentionSource(), now);
  }
}
