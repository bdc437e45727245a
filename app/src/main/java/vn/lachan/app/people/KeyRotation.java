package vn.lachan.app.people;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lachan.app.access.Actor;
import vn.lachan.app.access.Permission;
import vn.lachan.app.audit.Act;
import vn.lachan.app.audit.Audit;
import vn.lachan.app.kernel.Keyring;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.app.kernel.WrappedKeys;
import vn.lachan.app.program.JobView;
import vn.lachan.app.program.Jobs;
import vn.lachan.app.program.NewJob;

/** Adds versions of the keys and starts the work that brings persons to them. */
@Component
class KeyRotation implements Keys {
  private static final int LATEST = 20;
  private static final Duration UNTIL_RETIRED = Duration.ofHours(1);

  private final KeyTable table;
  private final List<WrappedKeys> wrapped;
  private final Keyring keyring;
  private final Jobs jobs;
  private final Audit audit;
  private final TransactionTemplate transactions;

  KeyRotation(
      KeyTable table,
      List<WrappedKeys> wrapped,
      Keyring keyring,
      Jobs jobs,
      Audit audit,
      TransactionTemplate transactions) {
    this.table = table;
    this.wrapped = wrapped;
    this.keyring = keyring;
    this.jobs = jobs;
    this.audit = audit;
    this.transactions = transactions;
  }

  @Override
  public KeyReport report(Actor actor) {
    actor.requireEverywhere(Permission.OPERATE);
    Map<Integer, Long> keys = wrappedByMaster();
    Map<Integer, Long> hashes = table.hashesByLookup();
    Map<Integer, Long> devices = table.devicesByLookup();
    return new KeyReport(
        List.of(
            key(
                KeyReport.Kind.MASTER,
                keyring.masterVersions(),
                keyring.masterVersion(),
                keys,
                Map.of()),
            key(
                KeyReport.Kind.LOOKUP,
                keyring.lookupVersions(),
                keyring.lookupVersion(),
                hashes,
                devices)),
        keyring.mayAddVersions());
  }

  @Override
  public UUID rotate(Actor actor, KeyReport.Kind kind) {
    actor.requireEverywhere(Permission.OPERATE);
    return Objects.requireNonNull(transactions.execute(status -> begin(actor, kind)));
  }

  /** One after the other, in all copies: whoever is second finds the work of the first. */
  private UUID begin(Actor actor, KeyReport.Kind kind) {
    table.lock();
    if (work(kind).isPresent()) {
      throw Refusal.conflict("people.refused.rotating");
    }
    if (keyring.mayAddVersions()) {
      addVersion(kind);
    } else if (outdated(kind) == 0) {
      throw Refusal.conflict("people.refused.keys-elsewhere");
    }
    audit.record(Act.on(actor.account(), "people.rotate-key", kind.name()));
    return jobs.start(new NewJob(workKind(kind), "", outdated(kind), actor.account()));
  }

  @Override
  public void retire(Actor actor, int version, Instant now) {
    actor.requireEverywhere(Permission.OPERATE);
    if (!keyring.mayAddVersions()) {
      throw Refusal.conflict("people.refused.keys-elsewhere");
    }
    if (!keyring.masterVersions().contains(version)) {
      throw Refusal.notFound("people.refused.no-key-version");
    }
    if (version == keyring.masterVersion() || wrapped.stream().anyMatch(it -> it.isUsed(version))) {
      throw Refusal.conflict("people.refused.key-used");
    }
    refuseFresh(now);
    transactions.executeWithoutResult(
        status -> {
          audit.record(
              Act.on(actor.account(), "people.retire-key", Integer.toUnsignedString(version)));
          keyring.removeMasterVersion(version);
        });
  }

  /** Whoever began to write before the exchange must have ended. */
  private void refuseFresh(Instant now) {
    for (JobView job : jobs.latest(KeyRewrapping.KIND, 1)) {
      Instant ended = job.endedAt();
      if (ended == null || ended.plus(UNTIL_RETIRED).isAfter(now)) {
        throw Refusal.conflict("people.refused.key-fresh");
      }
    }
  }

  private void addVersion(KeyReport.Kind kind) {
    switch (kind) {
      case MASTER -> keyring.addMasterVersion();
      case LOOKUP -> keyring.addLookupVersion();
    }
  }

  private long outdated(KeyReport.Kind kind) {
    return switch (kind) {
      case MASTER -> wrappedByOther(keyring.masterVersion());
      case LOOKUP -> table.countHashedByOther(keyring.lookupVersion());
    };
  }

  private long wrappedByOther(int newest) {
    Map<Integer, Long> keys = wrappedByMaster();
    keys.remove(newest);
    return keys.values().stream().mapToLong(Long::longValue).sum();
  }

  private Map<Integer, Long> wrappedByMaster() {
    Map<Integer, Long> all = new HashMap<>();
    wrapped.forEach(
        keys -> keys.byVersion().forEach((version, rows) -> all.merge(version, rows, Long::sum)));
    return all;
  }

  private KeyReport.Key key(
      KeyReport.Kind kind,
      List<Integer> known,
      int newest,
      Map<Integer, Long> rows,
      Map<Integer, Long> devices) {
    Set<Integer> missing = new HashSet<>(rows.keySet());
    missing.addAll(devices.keySet());
    known.forEach(missing::remove);
    List<KeyReport.Version> versions =
        Stream.concat(known.stream(), missing.stream().sorted())
            .map(
                version ->
                    new KeyReport.Version(
                        version,
                        version == newest,
                        rows.getOrDefault(version, 0L),
                        devices.getOrDefault(version, 0L)))
            .toList();
    return new KeyReport.Key(kind, versions, work(kind).map(JobView::id).orElse(null));
  }

  private Optional<JobView> work(KeyReport.Kind kind) {
    return jobs.latest(workKind(kind), LATEST).stream().filter(job -> !job.ended()).findFirst();
  }

  private static String workKind(KeyReport.Kind kind) {
    return switch (kind) {
      case MASTER -> KeyRewrapping.KIND;
      case LOOKUP -> KeyRehashing.KIND;
    };
  }
}
