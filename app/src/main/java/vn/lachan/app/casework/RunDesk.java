package vn.lachan.app.casework;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lachan.app.access.Actor;
import vn.lachan.app.access.Permission;
import vn.lachan.app.access.Reach;
import vn.lachan.app.audit.Act;
import vn.lachan.app.audit.Audit;
import vn.lachan.app.kernel.Limits;
import vn.lachan.app.kernel.Page;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.app.people.MaskedPerson;
import vn.lachan.app.people.People;
import vn.lachan.app.program.Jobs;
import vn.lachan.app.program.NewJob;

/** Starts runs over many cases and tells what they found; the work itself is {@link RunWork}. */
@Component
@Transactional
class RunDesk implements CaseRuns {
  private static final int LATEST = 10;

  private final RunTable runs;
  private final Jobs jobs;
  private final People people;
  private final Audit audit;
  private final CaseworkSettings settings;

  RunDesk(RunTable runs, Jobs jobs, People people, Audit audit, CaseworkSettings settings) {
    this.runs = runs;
    this.jobs = jobs;
    this.people = people;
    this.audit = audit;
    this.settings = settings;
  }

  @Override
  @Transactional(readOnly = true)
  public int count(Actor actor, RunChoice choice) {
    Reach reach = actor.require(Permission.CASES_WRITE);
    check(choice);
    return runs.count(reach, choice);
  }

  @Override
  public UUID start(Actor actor, RunChoice choice, Instant now) {
    Reach reach = actor.require(Permission.CASES_WRITE);
    check(choice);
    int cases = runs.count(reach, choice);
    if (cases == 0) {
      throw Refusal.invalid("casework.refused.run-empty");
    }
    if (cases > settings.runCases()) {
      throw Refusal.invalid("casework.refused.run-too-large", cases, settings.runCases());
    }
    runs.lock(actor.account());
    Optional<UUID> underWay = underWay(actor, choice);
    if (underWay.isPresent()) {
      return underWay.get();
    }
    UUID job = jobs.start(new NewJob(RunWork.KIND, "", cases, actor.account()));
    UUID id = runs.take(runs.insert(choice, job, actor.account(), now), reach, choice);
    audit.record(
        new Act(
            actor.account(),
            "casework.run",
            null,
            null,
            choice.from() + ".." + choice.to() + (choice.unit() == null ? "" : " " + choice.unit()),
            cases,
            List.of()));
    return id;
  }

  /** Whoever asks twice for the same is led to what runs already. */
  private Optional<UUID> underWay(Actor actor, RunChoice choice) {
    return runs.latest(actor.account(), LATEST).stream()
        .filter(run -> run.choice().equals(choice))
        .filter(run -> jobs.find(run.job()).filter(job -> !job.ended()).isPresent())
        .map(RunTable.Row::publicId)
        .findFirst();
  }

  @Override
  public void resume(Actor actor, UUID run) {
    actor.require(Permission.CASES_WRITE);
    RunTable.Row row = own(actor, run);
    int left = row.cases() - row.found().done();
    if (left < 1 || !jobs.find(row.job()).orElseThrow().ended()) {
      throw Refusal.conflict("casework.refused.run-over");
    }
    UUID job = jobs.start(new NewJob(RunWork.KIND, "", left, actor.account()));
    if (!runs.carryOn(row.number(), row.job(), job)) {
      throw Refusal.conflict("casework.refused.run-over");
    }
    audit.record(
        new Act(actor.account(), "casework.run-resume", null, null, null, left, List.of()));
  }

  @Override
  @Transactional(readOnly = true)
  public List<CaseRun> latest(Actor actor, int rows) {
    actor.require(Permission.CASES_WRITE);
    return runs.latest(actor.account(), Limits.pageRows(rows)).stream().map(this::view).toList();
  }

  @Override
  @Transactional(readOnly = true)
  public CaseRun get(Actor actor, UUID run) {
    actor.require(Permission.CASES_WRITE);
    return view(own(actor, run));
  }

  @Override
  @Transactional(readOnly = true)
  public Page<RunResult> results(Actor actor, UUID run, @Nullable String after, int rows) {
    Reach reach = actor.require(Permission.CASES_WRITE);
    RunTable.Row row = own(actor, run);
    int size = Limits.pageRows(rows);
    Key key = Key.of(after);
    Page<RunTable.Result> found =
        Page.of(
            runs.results(reach, row.number(), key.added, key.number, size + 1),
            size,
            result -> result.added() + "." + result.number());
    Map<Long, MaskedPerson> persons =
        people.masked(found.rows().stream().map(RunTable.Result::person).distinct().toList());
    return found.map(
        result ->
            new RunResult(
                result.caseId(),
                result.number(),
                Objects.requireNonNull(persons.get(result.person())),
                result.unit(),
                result.added(),
                result.withdrawn(),
                result.changed()));
  }

  /** Where a page of results ended. */
  private record Key(@Nullable Integer added, long number) {
    static Key of(@Nullable String text) {
      if (text == null) {
        return new Key(null, 0);
      }
      try {
        int dot = text.indexOf('.');
        return new Key(
            Integer.valueOf(text.substring(0, Math.max(0, dot))),
            Long.parseLong(text.substring(dot + 1)));
      } catch (NumberFormatException _) {
        throw Refusal.invalid("casework.refused.page");
      }
    }
  }

  private CaseRun view(RunTable.Row row) {
    return new CaseRun(
        row.publicId(),
        row.choice(),
        row.cases(),
        row.startedAt(),
        row.found(),
        jobs.find(row.job()).orElseThrow());
  }

  private RunTable.Row own(Actor actor, UUID run) {
    return runs.find(actor.account(), run)
        .orElseThrow(() -> Refusal.notFound("casework.refused.no-run"));
  }

  private void check(RunChoice choice) {
    long days = ChronoUnit.DAYS.between(choice.from(), choice.to()) + 1;
    if (days < 1 || days > settings.runDays()) {
      throw Refusal.invalid("casework.refused.run-days", settings.runDays());
    }
  }
}
