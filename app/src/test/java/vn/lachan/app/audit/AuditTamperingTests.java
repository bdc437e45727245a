package vn.lachan.app.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever owns the database can write anything into it; the command says what and where. */
class AuditTamperingTests {
  @TempDir static Path data;
  private static SealFixture seal;
  private final Path kept = data.resolve("kept.jsonl");

  @BeforeAll
  static void create() throws SQLException {
    seal = new SealFixture(data).filled().kept();
  }

  @AfterAll
  static void drop() {
    seal.close();
  }

  @AfterEach
  void restore() throws SQLException, IOException {
    seal.restore();
    Files.deleteIfExists(kept);
  }

  static Stream<Arguments> acts() {
    return Stream.of(
        act("Entry 5 (block 2): altered", "update audit.entry set actor = 8 where number = 5"),
        act(
            "Entry 5 (block 2): altered",
            "update audit.entry set recorded_at = recorded_at + interval '1 microsecond' where number = 5"),
        act(
            "Entry 4 (block 2): altered, or its persons",
            "update audit.entry_person set person = 101 where entry = 4 and person = 100"),
        act(
            "Entry 4 (block 2): altered, or its persons",
            "delete from audit.entry_person where entry = 4 and person = 100"),
        act(
            "Entry 4 (block 2): altered, or its persons",
            "insert into audit.entry_person values (4, 999)"),
        act("Entry 6 (block 2): deleted", "delete from audit.entry where number = 6"),
        act(
            "Block 2: the entry at position 1 was taken away",
            "delete from audit.entry where number = 5",
            "delete from audit.sealed where entry = 5"),
        act(
            "Block 2: entries 4–6 are not in the order",
            "update audit.sealed set position = 9 where entry = 4",
            "update audit.sealed set position = 0 where entry = 5",
            "update audit.sealed set position = 1 where entry = 4"),
        act(
            "Entry 4 (block 2): altered",
            "update audit.entry a set recorded_at = b.recorded_at from audit.entry b where (a.number, b.number) in ((4, 5), (5, 4))"),
        act(
            "Block 2: an entry among 4–6 was replaced",
            "update audit.sealed set hash = sha256('x') where entry = 5"),
        act(
            "Entry 50 (block 2): slipped into the block",
            "insert into audit.entry (number, recorded_at, actor, kind, row_count) overriding system value select 50, recorded_at, 1, 'x', 1 from audit.entry where number = 5",
            "insert into audit.sealed values (50, 2, 3, sha256('x'))"),
        act(
            "Entry 50: in no block and not waiting",
            "insert into audit.entry (number, recorded_at, actor, kind, row_count) overriding system value values (50, '2021-02-28', 1, 'x', 1)"),
        act(
            "Entry 50 (block 0): dated long before",
            "insert into audit.entry (number, recorded_at, actor, kind, row_count) overriding system value values (50, '2020-02-28', 1, 'x', 1)",
            "insert into audit.waiting values (50)"),
        act(
            "Block 2: the block itself was altered",
            "update audit.block set sealed_at = sealed_at + interval '1 second' where number = 2"),
        act(
            "Block 3: not linked to the block before",
            "update audit.block set signature = sha512('x') where number = 2"),
        act(
            "Block 4: the signature is not that of key",
            "update audit.block set signature = sha512('x') where number = 4"),
        act("Block 2: gone", "delete from audit.block where number = 2"),
        act("Block 4: gone", "delete from audit.block where number = 4"),
        act(
            "Entry 12: in no block and not waiting",
            "delete from audit.block where number = 4",
            "delete from audit.sealed where block = 4"),
        act(
            "Entry 13: waits for its block but was deleted",
            "insert into audit.waiting values (13)"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("acts")
  void everyActIsFoundAndNamed(String finding, List<String> statements) throws SQLException {
    seal.tamper(statements.toArray(String[]::new));

    SealFixture.Said said = seal.command("verify");

    assertThat(said.text()).contains(finding).contains("NOT WHOLE");
    assertThat(said.code()).isEqualTo(AuditCommand.NOT_WHOLE);
  }

  @Test
  void anEntryPutIntoThePastIsFoundAlsoAfterItWasSealed() throws SQLException {
    seal.tamper(
        "insert into audit.entry (number, recorded_at, actor, kind, row_count) overriding system value values (50, '2021-02-28', 1, 'x', 1)",
        "insert into audit.waiting values (50)");
    seal.seal(seal.now.plusSeconds(60));

    assertThat(seal.command("verify").text()).contains("Entry 50 (block 5): dated long before");
  }

  @Test
  void aCutTailShowsAgainstAKeptHead() throws SQLException {
    assertThat(seal.command("anchor", "--to", kept.toString()).code()).isZero();
    seal.tamper(
        "delete from audit.block where number > 2",
        "delete from audit.sealed where block > 2",
        "delete from audit.entry_person where entry > 6",
        "delete from audit.entry where number > 6");

    assertThat(seal.command("verify").code()).as("nothing inside shows it").isZero();
    SealFixture.Said said = seal.command("verify", "--anchor", kept.toString());
    assertThat(said.code()).isEqualTo(AuditCommand.NOT_WHOLE);
    assertThat(said.text())
        .contains("The tail was cut: a kept head knows block 4, the record ends with block 2");
  }

  @Test
  void aRecordSignedAnewWithAnotherKeyIsFound(@TempDir Path elsewhere)
      throws SQLException, IOException {
    try (SealFixture other = new SealFixture(elsewhere).filled()) {
      other.command("anchor", "--to", kept.toString());
      Path publicKey = elsewhere.resolve("auditor.pem");
      Files.copy(elsewhere.resolve("keys/audit-1.public.pem"), publicKey);
      resealWithAnotherKey(other, "update audit.entry set actor = 8 where number = 5");

      SealFixture.Said byKey = other.command("verify", "--key", publicKey.toString());
      assertThat(byKey.code()).isEqualTo(AuditCommand.NOT_WHOLE);
      assertThat(byKey.text()).contains("From block 1 on: signed with key");

      // Whoever replaced the keys in the data folder too still cannot change the kept head.
      Files.delete(elsewhere.resolve("keys/audit-1.pem"));
      Files.delete(elsewhere.resolve("keys/audit-1.public.pem"));
      assertThat(other.command("verify").code()).isZero();
      assertThat(other.command("verify", "--anchor", kept.toString()).text())
          .contains("Kept head of block 4: signed with key")
          .contains("Block 4: differs from the head kept outside");
    }
  }

  @Test
  void aForgedAnchorIsNamed() throws IOException {
    Head head = seal.head();
    var forged = new Head(9, "ab".repeat(32), head.sealedAt(), head.keyId(), head.signature());
    Files.writeString(kept, forged.line() + "\n");

    assertThat(seal.command("verify", "--anchor", kept.toString()).text())
        .contains("Kept head of block 9: wrong signature");

    Files.writeString(kept, "something else\n");
    SealFixture.Said said = seal.command("verify", "--anchor", kept.toString());
    assertThat(said.code()).isEqualTo(AuditCommand.UNREADABLE);
    assertThat(said.text()).contains("line 1: no head");
  }

  /** Everything sealed is thrown away, changed, and sealed again by a key of one's own. */
  private static void resealWithAnotherKey(SealFixture seal, String change) throws SQLException {
    seal.tamper(
        "delete from audit.block",
        "delete from audit.sealed",
        change,
        "insert into audit.waiting select number from audit.entry");
    new SealingKeys(seal.data.resolve("keys"), Map.of()).newVersion();
    for (int block = 0; block < 4; block++) {
      seal.sealer(3).seal(seal.now.plusSeconds(block));
    }
  }

  private static Arguments act(String finding, String... statements) {
    return Arguments.of(finding, List.of(statements));
  }
}
