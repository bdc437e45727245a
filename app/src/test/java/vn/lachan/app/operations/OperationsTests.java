package vn.lachan.app.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.lachan.app.ProgramTest;
import vn.lachan.app.access.Actor;
import vn.lachan.app.access.Grant;
import vn.lachan.app.access.Role;
import vn.lachan.app.access.Scope;
import vn.lachan.app.kernel.Keyring;
import vn.lachan.app.people.KeyReport;
import vn.lachan.app.people.Keys;
import vn.lachan.app.places.Coverage;
import vn.lachan.app.program.JobView;
import vn.lachan.app.program.Jobs;
import vn.lachan.app.program.NewJob;
import vn.lachan.app.program.SettingView;
import vn.lachan.app.visits.Retention;

@ProgramTest
class OperationsTests {
  @Autowired private Operations operations;
  @Autowired private CopyTable copies;
  @Autowired private Jobs jobs;
  @Autowired private Keys keys;
  @Autowired private Keyring keyring;
  @Autowired private Retention retention;
  @Autowired private Coverage coverage;
  @Autowired private MeterRegistry metrics;

  @Test
  void aFigureBeyondItsLimitComesFirst() {
    Gauge.builder("program.certificate.expiry.days", () -> 3).register(metrics);
    List<Check> checks = operations.checks(operator());
    assertThat(checks.getFirst().state()).isEqualTo(Check.State.ATTENTION);
    assertThat(checks)
        .filteredOn(check -> check.key().equals("disk"))
        .singleElement()
        .satisfies(check -> assertThat(check.value()).isBetween(0.0, 100.0));
    metrics.find("program.certificate.expiry.days").meters().forEach(metrics::remove);
  }

  @Test
  void copiesThatFellSilentAreLostThoseThatSaidSoAreStopped() {
    UUID silent = UUID.randomUUID();
    UUID stopped = UUID.randomUUID();
    Instant before = Instant.now().minusSeconds(600);
    copies.seen(silent, "0.1", 4, before, before);
    copies.seen(stopped, "0.1", 5, before, before);
    copies.stopped(stopped, before);
    List<Copy> listed = operations.copies(operator());
    assertThat(state(listed, silent)).isEqualTo(Copy.State.LOST);
    assertThat(state(listed, stopped)).isEqualTo(Copy.State.STOPPED);
    assertThat(listed)
        .filteredOn(Copy::here)
        .singleElement()
        .satisfies(here -> assertThat(here.state()).isEqualTo(Copy.State.RUNNING));
  }

  @Test
  void settingsTellWhereTheyComeFrom() {
    List<SettingView> settings = operations.settings(operator());
    assertThat(settings)
        .filteredOn(setting -> setting.name().equals("visits.retention-days"))
        .singleElement()
        .satisfies(
            setting -> {
              assertThat(setting.value()).isEqualTo("30");
              assertThat(setting.origin()).isEqualTo(SettingView.Origin.DEFAULT);
            });
    assertThat(settings)
        .filteredOn(setting -> setting.name().equals("access.hashing-memory-kilobytes"))
        .singleElement()
        .satisfies(setting -> assertThat(setting.value()).isEqualTo("1024"));
  }

  @Test
  void workIsListedAndStopped() {
    UUID job = jobs.start(new NewJob("operations.none", "", 3, 0));
    operations.cancelJob(operator(), job);
    assertThat(operations.jobs(operator(), "operations.none"))
        .extracting(JobView::id)
        .contains(job);
    assertThat(jobs.find(job).orElseThrow().cancelledAt()).isNotNull();
  }

  @Test
  void whoOperatesAPartDoesNotSeeTheWhole() {
    Actor part = actor(new Scope.OfUnit(38));
    assertThatThrownBy(() -> operations.checks(part)).hasMessage("access.forbidden");
    assertThatThrownBy(() -> operations.settings(part)).hasMessage("access.forbidden");
    assertThatThrownBy(() -> keys.report(part)).hasMessage("access.forbidden");
    assertThatThrownBy(() -> keys.rotate(part, KeyReport.Kind.MASTER))
        .hasMessage("access.forbidden");
    assertThatThrownBy(() -> retention.partitions(part)).hasMessage("access.forbidden");
    assertThatThrownBy(() -> retention.kept(part, 1, null, 10)).hasMessage("access.forbidden");
    assertThatThrownBy(() -> coverage.recount(part)).hasMessage("access.forbidden");
  }

  @Test
  void keysAreNotExchangedBesideACopyThatDoesNotKnowThem() {
    UUID other = UUID.randomUUID();
    Instant now = Instant.now();
    keyring.keepWith((master, lookup) -> {});
    copies.seen(other, "0.1", 6, now, now);
    assertThatThrownBy(() -> operations.rotateKey(operator(), KeyReport.Kind.MASTER))
        .hasMessage("operations.keys.other-copies");
    copies.stopped(other, now);
  }

  @Test
  void ofTwoWhoExchangeAKeyAtOnceOneIsTold() throws Exception {
    keyring.keepWith((master, lookup) -> {});
    int before = keyring.masterVersions().size();
    int refused = 0;
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      List<Callable<UUID>> asked =
          Collections.nCopies(4, () -> keys.rotate(operator(), KeyReport.Kind.MASTER));
      for (Future<UUID> answer : threads.invokeAll(asked)) {
        try {
          answer.get();
        } catch (ExecutionException e) {
          assertThat(e.getCause()).hasMessage("people.refused.rotating");
          refused++;
        }
      }
    }
    assertThat(refused).isEqualTo(3);
    assertThat(keyring.masterVersions()).hasSize(before + 1);
  }

  private static Copy.State state(List<Copy> copies, UUID id) {
    return copies.stream().filter(copy -> copy.id().equals(id)).findFirst().orElseThrow().state();
  }

  private static Actor operator() {
    return actor(new Scope.Everywhere());
  }

  private static Actor actor(Scope scope) {
    return new Actor(1, "Vận hành", Actor.Kind.STAFF, List.of(new Grant(Role.OPERATOR, scope)));
  }
}
