package vn.lachan.app.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How entries get into blocks: each once, whoever seals and however late they are committed. */
class AuditSealTests {
  @TempDir Path data;
  private SealFixture seal;

  @BeforeEach
  void create() {
    seal = new SealFixture(data);
  }

  @AfterEach
  void drop() {
    seal.close();
  }

  @Test
  void aWholeRecordIsProvedByOneCommandThatNamesTheUnsealedTail() {
    seal.filled();
    seal.audit.record(Act.of(3, "access.sign-in"));

    SealFixture.Said said = seal.command("verify");

    assertThat(said.code()).as(said.text()).isZero();
    assertThat(said.text())
        .contains("Read 12 entries in 4 blocks")
        .contains("Last block 4")
        .contains("Not sealed yet: 1 entries, from 13 to 13")
        .contains("WHOLE.");
  }

  @Test
  void anEntryThatIsCommittedLateIsSealedLater() throws SQLException {
    try (Connection late = seal.database.pool().getConnection();
        Statement statement = late.createStatement()) {
      late.setAutoCommit(false);
      statement.execute("insert into audit.entry (actor, kind, row_count) values (1, 'late', 1)");
      seal.audit.record(Act.of(2, "early"));
      seal.seal(seal.now);
      assertThat(seal.head().block()).isEqualTo(1);

      late.commit();
    }
    seal.seal(seal.now.plusSeconds(1));

    assertThat(seal.head().block()).isEqualTo(2);
    assertThat(seal.command("verify").text()).contains("Read 2 entries in 2 blocks", "WHOLE.");
  }

  @Test
  void copiesThatSealAtOnceWhileOthersWriteMissNothingAndMakeOneChain()
      throws ExecutionException, InterruptedException {
    var writing = new AtomicBoolean(true);
    var started = new CountDownLatch(1);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> sealers = new ArrayList<>();
      for (int copy = 0; copy < 2; copy++) {
        Sealer sealer = seal.sealer(7);
        sealers.add(
            threads.submit(
                () -> {
                  started.countDown();
                  while (writing.get()) {
                    sealer.seal(seal.now);
                  }
                }));
      }
      started.await();
      List<Future<?>> writers = new ArrayList<>();
      for (int writer = 0; writer < 3; writer++) {
        long actor = writer;
        writers.add(threads.submit(() -> write(actor)));
      }
      for (Future<?> writer : writers) {
        writer.get();
      }
      writing.set(false);
      for (Future<?> sealer : sealers) {
        sealer.get();
      }
    }
    seal.seal(seal.now.plusSeconds(1));

    SealFixture.Said said = seal.command("verify");
    assertThat(said.code()).as(said.text()).isZero();
    assertThat(said.text()).contains("Read 300 entries").doesNotContain("Not sealed yet");
  }

  @Test
  void entriesFromBeforeTheSealAreSealedInPortions() throws SQLException {
    seal.tamper(
        """
        insert into audit.entry (recorded_at, actor, kind, row_count)
        select timestamptz '2021-08-01' + n * interval '1 day', 1, 'old', 1
        from generate_series(1, 10) n
        """,
        "insert into audit.waiting select number from audit.entry");
    Sealer sealer = seal.sealer(3);

    assertThat(sealer.seal(seal.now)).isEqualTo(new Sealer.Turn(3, true));
    seal.seal(seal.now);

    SealFixture.Said said = seal.command("verify");
    assertThat(said.text()).contains("Read 10 entries in 2 blocks", "WHOLE.");
  }

  @Test
  void aNewKeySignsFromTheNextBlockOnAndBothAreBelieved() throws java.io.IOException {
    seal.filled();
    String first = seal.head().keyId();
    assertThat(seal.command("new-key").code()).isZero();
    seal.audit.record(Act.of(3, "access.sign-in"));
    seal.seal(seal.now.plusSeconds(9));

    SealFixture.Said said = seal.command("verify");
    assertThat(said.code()).as(said.text()).isZero();
    assertThat(said.text())
        .contains("Key " + first + " signs from block 1")
        .contains("Key " + seal.head().keyId() + " signs from block 5");
    assertThat(seal.head().keyId()).isNotEqualTo(first);
    assertThat(Files.getPosixFilePermissions(data.resolve("keys/audit-2.pem")))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    assertThat(Files.readString(data.resolve("keys/audit-2.public.pem"))).doesNotContain("PRIVATE");
  }

  @Test
  void verifyingFromABlockOnReadsOnlyWhatFollows() {
    seal.filled();

    SealFixture.Said said = seal.command("verify", "--from", "3");

    assertThat(said.code()).as(said.text()).isZero();
    assertThat(said.text()).contains("Read 6 entries in 2 blocks", "blocks up to 2 are believed");
  }

  @Test
  void wrongUsageSaysSo() {
    assertThat(seal.command("prove").code()).isEqualTo(AuditCommand.BAD_USAGE);
    assertThat(seal.command("verify", "--from", "x").code()).isEqualTo(AuditCommand.BAD_USAGE);
    SealFixture.Said noKey = seal.command("verify");
    assertThat(noKey.code()).isEqualTo(AuditCommand.UNREADABLE);
    assertThat(noKey.text()).contains("No public key in");
    assertThat(seal.command("anchor").code()).isEqualTo(AuditCommand.UNREADABLE);
  }

  private void write(long actor) {
    for (int entry = 0; entry < 100; entry++) {
      long person = entry;
      seal.database
          .transactions()
          .executeWithoutResult(_ -> seal.audit.record(Act.onPerson(actor, "x.y", person, null)));
    }
  }
}
