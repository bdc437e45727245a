package vn.lachan.app.operations;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lachan.app.access.Actor;
import vn.lachan.app.access.Permission;
import vn.lachan.app.audit.Act;
import vn.lachan.app.audit.Audit;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.app.people.CodeSigning;
import vn.lachan.app.people.KeyReport;
import vn.lachan.app.people.Keys;
import vn.lachan.app.program.Backups;
import vn.lachan.app.program.JobView;
import vn.lachan.app.program.Jobs;
import vn.lachan.app.program.SettingView;
import vn.lachan.app.program.Settings;

@Component
class OperationsDesk implements Operations {
  private static final int JOBS = 100;
  private static final int BACKUPS = 30;

  private final Checks checks;
  private final CopyTable copies;
  private final StorageTable storage;
  private final Heartbeat heartbeat;
  private final OperationsSettings limits;
  private final Jobs jobs;
  private final Settings settings;
  private final Backups backups;
  private final Keys keys;
  private final CodeSigning signing;
  private final Audit audit;
  private final Clock clock;

  OperationsDesk(
      Checks checks,
      CopyTable copies,
      StorageTable storage,
      Heartbeat heartbeat,
      OperationsSettings limits,
      Jobs jobs,
      Settings settings,
      Backups backups,
      Keys keys,
      CodeSigning signing,
      Audit audit,
      Clock clock) {
    this.checks = checks;
    this.copies = copies;
    this.storage = storage;
    this.heartbeat = heartbeat;
    this.limits = limits;
    this.jobs = jobs;
    this.settings = settings;
    this.backups = backups;
    this.keys = keys;
    this.signing = signing;
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  public List<Check> checks(Actor actor) {
    requireOperator(actor);
    return checks.all();
  }

  @Override
  public List<Copy> copies(Actor actor) {
    requireOperator(actor);
    Instant lost = clock.instant().minus(limits.copyLostAfter());
    return copies.list().stream().map(stored -> copy(stored, lost)).toList();
  }

  @Override
  public List<JobView> jobs(Actor actor, @Nullable String kind) {
    requireOperator(actor);
    return jobs.latest(kind, JOBS);
  }

  @Override
  @Transactional
  public void cancelJob(Actor actor, UUID job) {
    requireOperator(actor);
    JobView found = jobs.find(job).orElseThrow(() -> Refusal.notFound("program.job-missing"));
    jobs.cancel(job, actor.account());
    audit.record(Act.on(actor.account(), "operations.cancel-job", found.kind()));
  }

  /** Each copy reads the keys once, at its start: what a new version seals it could not open. */
  @Override
  public UUID rotateKey(Actor actor, KeyReport.Kind kind) {
    refuseOtherCopies(actor);
    return keys.rotate(actor, kind);
  }

  @Override
  public void rotateSigning(Actor actor) {
    refuseOtherCopies(actor);
    signing.rotate(actor, clock.instant());
  }

  @Override
  public void retireKey(Actor actor, int version) {
    refuseOtherCopies(actor);
    keys.retire(actor, version, clock.instant());
  }

  private void refuseOtherCopies(Actor actor) {
    boolean others =
        copies(actor).stream().anyMatch(copy -> !copy.here() && copy.state() == Copy.State.RUNNING);
    if (others && keys.report(actor).mayAdd()) {
      throw Refusal.conflict("operations.keys.other-copies");
    }
  }

  @Override
  public List<SettingView> settings(Actor actor) {
    requireOperator(actor);
    return settings.all();
  }

  @Override
  public BackupState backups(Actor actor) {
    requireOperator(actor);
    return new BackupState(
        backups.plan(), backups.lastWhole().orElse(null), backups.latest(BACKUPS));
  }

  @Override
  public List<Storage> storage(Actor actor) {
    requireOperator(actor);
    return storage.schemas();
  }

  private Copy copy(CopyTable.Stored stored, Instant lost) {
    Copy.State state =
        stored.stoppedAt() != null
            ? Copy.State.STOPPED
            : stored.seenAt().isBefore(lost) ? Copy.State.LOST : Copy.State.RUNNING;
    return new Copy(
        stored.id(),
        stored.version(),
        stored.process(),
        stored.startedAt(),
        stored.seenAt(),
        stored.stoppedAt(),
        stored.id().equals(heartbeat.id()),
        state);
  }

  /** These figures are of the whole installation, whatever part somebody operates. */
  private static void requireOperator(Actor actor) {
    actor.requireEverywhere(Permission.OPERATE);
  }
}
