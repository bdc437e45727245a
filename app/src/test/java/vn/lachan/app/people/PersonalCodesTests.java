package vn.lachan.app.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.lachan.app.people.PeopleFixture.COMMUNE_A;
import static vn.lachan.app.people.PeopleFixture.COMMUNE_B;
import static vn.lachan.app.people.PeopleFixture.NOW;
import static vn.lachan.app.people.PeopleFixture.claim;
import static vn.lachan.app.people.PeopleFixture.officer;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Random;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.app.program.OperatingException;
import vn.lachan.engine.scan.SignedCode;

class PersonalCodesTests {
  private PeopleFixture fixture;
  private PersonalCodes codes;
  private long person;

  @BeforeEach
  void create() {
    fixture = new PeopleFixture();
    codes = fixture.bean(PersonalCodes.class);
    person = fixture.people().identify(claim(null, "0912345678", "Lê Thị Hoa", 1962), NOW).person();
  }

  @AfterEach
  void drop() {
    fixture.close();
  }

  @Test
  void aDeviceProvesEachHalfMinuteAnew() {
    TestDevice device = new TestDevice();
    IssuedCode issued = codes.forDevice(person, device.publicKey(), NOW);
    assertThat(issued.lastDay()).isEqualTo(LocalDate.of(2026, 4, 1));
    String shown = device.shows(issued, NOW);

    assertThat(codes.check(shown, NOW))
        .isEqualTo(new CheckedCode(person, CheckedCode.Strength.DEVICE, issued.issue()));
    assertThat(codes.check(shown, NOW.plusSeconds(59)).person()).isEqualTo(person);
    refused("people.code.stale", () -> codes.check(shown, NOW.plusSeconds(60)));
    refused("people.code.unproved", () -> codes.check(issued.text(), NOW));
    refused("people.code.forged", () -> codes.check(new TestDevice().shows(issued, NOW), NOW));
    Instant late = NOW.plus(Duration.ofDays(31));
    refused("people.code.expired", () -> codes.check(device.shows(issued, late), late));
    Instant early = NOW.minus(Duration.ofDays(1));
    refused("people.code.not-yet", () -> codes.check(device.shows(issued, early), early));
    refused("people.code.device-key", () -> codes.forDevice(person, new byte[65], NOW));
    byte[] offCurve = device.publicKey();
    offCurve[64] ^= 1;
    refused("people.code.device-key", () -> codes.forDevice(person, offCurve, NOW));
  }

  @Test
  void paperAndPlainCodesAreToldApart() {
    String plain = fixture.people().ownCode(person, NOW).text();
    IssuedCode paper = codes.forPaper(person, NOW);
    assertThat(codes.check(paper.text(), NOW).strength()).isEqualTo(CheckedCode.Strength.PAPER);
    assertThat(codes.check(plain, NOW))
        .isEqualTo(new CheckedCode(person, CheckedCode.Strength.PLAIN, null));
    refused("people.code.unknown", () -> codes.check("LC1P000000000000000K", NOW));
    refused("people.code.unreadable", () -> codes.check("0912345678", NOW));
    assertThat(paper.text()).hasSize(153).doesNotContain("Hoa");
  }

  /** Any changed bit is a forgery or no code at all, never another person. */
  @Test
  void whatSomebodyAlteredIsNotAccepted() {
    String text = codes.forPaper(person, NOW).text();
    Random random = new Random(20_261_121);
    for (int round = 0; round < 300; round++) {
      char[] altered = text.toCharArray();
      int at = SignedCode.PREFIX.length() + random.nextInt(text.length() - 4);
      altered[at] = (char) ('0' + (altered[at] - '0' + 1 + random.nextInt(8)) % 10);
      if (!new String(altered).equals(text)) {
        assertThatThrownBy(() -> codes.check(new String(altered), NOW))
            .as("round " + round)
            .isInstanceOf(Refusal.class);
      }
    }
  }

  @Test
  void aRevokedCodeWasGoodBeforeAndIsToldToGates() {
    IssuedCode first = codes.forPaper(person, NOW);
    IssuedCode second = codes.forPaper(person, NOW);
    Instant later = NOW.plusSeconds(100);
    codes.revoke(person, first.issue(), later);
    codes.revoke(person, first.issue(), later.plusSeconds(9));

    refused("people.code.revoked", () -> codes.check(first.text(), later));
    assertThat(codes.check(first.text(), NOW).person()).isEqualTo(person);
    assertThat(codes.check(second.text(), later).person()).isEqualTo(person);
    RevokedCodes revoked = codes.revokedSince(0);
    assertThat(revoked.codes()).containsExactly(new RevokedCodes.Revoked(first.issue(), later));
    assertThat(codes.revokedSince(revoked.cursor()).codes()).isEmpty();
    fixture.people().newPersonalCode(officer(COMMUNE_A), person, later);
    refused("people.code.revoked", () -> codes.check(second.text(), later));
    assertThat(codes.revokedSince(revoked.cursor()).codes()).hasSize(1);
    assertThat(codes.issued(person, later)).hasSize(2).noneMatch(StandingCode::stands);
    long other = fixture.people().identify(claim(null, "0987654321", "An", 1990), NOW).person();
    refused("people.code.not-issued", () -> codes.revoke(other, second.issue(), NOW));
  }

  @Test
  void anOfficerPrintsAndRevokesInReachAndTheActsAreRecorded() {
    PrintedCode printed = codes.print(officer(COMMUNE_A), person, NOW);
    assertThat(printed.name()).isEqualTo("Lê Thị Hoa");
    assertThat(codes.issued(officer(COMMUNE_A), person, NOW))
        .singleElement()
        .satisfies(code -> assertThat(code.issuedBy()).isEqualTo(7));
    refused(
        "people.refused.not-found",
        () -> codes.revoke(officer(COMMUNE_B), person, printed.code().issue(), NOW));
    refused("people.refused.not-found", () -> codes.print(officer(COMMUNE_B), person, NOW));
    codes.revoke(officer(COMMUNE_A), person, printed.code().issue(), NOW);
    refused("people.code.revoked", () -> codes.check(printed.code().text(), NOW));
    for (String kind : new String[] {"people.open", "people.issue-code", "people.revoke-code"}) {
      assertThat(fixture.count("select count(*) from audit.entry where kind = '" + kind + "'"))
          .as(kind)
          .isEqualTo(1);
    }
  }

  @Test
  void aDestroyedIdentityLeavesOnlyARevocation() {
    IssuedCode issued = codes.forPaper(person, NOW);
    fixture
        .bean(PersonDestruction.class)
        .destroyWhole(0, java.util.List.of(person), DestructionReason.RETENTION_OVER, null, NOW);
    refused("people.code.revoked", () -> codes.check(issued.text(), NOW));
    refused("people.code.revoked", () -> codes.check(issued.text(), NOW.minusSeconds(60)));
    assertThat(codes.revokedSince(0).codes()).hasSize(1);
    assertThat(fixture.count("select count(*) from people.issued_code where person is not null"))
        .isZero();
  }

  @Test
  void oneGetsSoManyADay() {
    for (int count = 0; count < 20; count++) {
      codes.forPaper(person, NOW);
    }
    refused("people.code.too-many", () -> codes.forPaper(person, NOW.plusSeconds(5)));
    codes.forPaper(person, NOW.plus(Duration.ofDays(1)));
  }

  @Test
  void oldVersionsOfTheKeyVerifyUntilTheirFileIsGone(@TempDir Path folder) throws Exception {
    CodeKeys keys = new CodeKeys(folder, Map.of());
    CodeKey first = keys.signing();
    byte[] text = {1, 2, 3};
    byte[] signature = first.sign(text);
    assertThat(signature).hasSize(64);
    CodeKey second = keys.newVersion();
    assertThat(second.id()).isNotEqualTo(first.id());
    assertThat(keys.signing().id()).isEqualTo(second.id());
    assertThat(keys.believed(first.id()).orElseThrow().verifies(text, signature)).isTrue();
    assertThat(keys.believed(second.id()).orElseThrow().verifies(text, signature)).isFalse();
    assertThat(Files.getPosixFilePermissions(folder.resolve("codes-1.pem")))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));

    assertThat(new CodeKeys(folder, Map.of()).signing().id()).isEqualTo(second.id());
    Files.delete(folder.resolve("codes-1.public.pem"));
    assertThat(new CodeKeys(folder, Map.of()).believed(first.id())).isEmpty();
    CodeKeys outside =
        new CodeKeys(folder, Map.of(CodeKeys.ENVIRONMENT, CodeKey.generate().pairText()));
    assertThat(outside.signing().id()).isNotEqualTo(second.id());
    assertThat(outside.believed(second.id())).isPresent();
    assertThat(outside.mayAddVersions()).isFalse();
  }

  @Test
  void gatesGetTheKeysThatMayStillCount() {
    assertThat(codes.keys())
        .singleElement()
        .satisfies(
            key -> {
              assertThat(key.publicKey()).hasSize(65).startsWith(4);
              assertThat(key.from()).isEqualTo(NOW);
              assertThat(key.to()).isNull();
            });
  }

  @Test
  void aSecondCopyWithoutTheFirstOnesKeyDoesNotStart(@TempDir Path folder) {
    CodeKeys mine = fixture.bean(CodeKeys.class);
    assertThatThrownBy(() -> startWith(new CodeKeys(folder, Map.of()), false))
        .isInstanceOf(OperatingException.class)
        .hasMessageContaining(CodeKeys.ENVIRONMENT);
    assertThat(folder).as("no key was made").isEmptyDirectory();

    CodeKeys same = new CodeKeys(folder, Map.of(CodeKeys.ENVIRONMENT, mine.signing().pairText()));
    startWith(same, false);
    assertThat(same.signing().id()).isEqualTo(mine.signing().id());
    startWith(new CodeKeys(folder, Map.of()), true);
    assertThat(fixture.count("select count(*) from people.code_key")).isEqualTo(2);
    assertThatThrownBy(() -> startWith(same, false)).isInstanceOf(OperatingException.class);
  }

  private void startWith(CodeKeys keys, boolean beginAnew) {
    var settings = new PersonalCodeSettings(30, 365, 20, beginAnew);
    var clock = Clock.fixed(NOW.plusSeconds(9), ZoneOffset.UTC);
    new CodeKeyGuard(
            keys,
            fixture.bean(IssuedCodeTable.class),
            settings,
            fixture.database.transactions(),
            clock)
        .afterSingletonsInstantiated();
  }

  private static void refused(String code, ThrowingCallable act) {
    assertThatThrownBy(act)
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
  }
}
