package vn.lachan.app.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.bouncycastle.util.encoders.Base32;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.lachan.app.TestDatabase;
import vn.lachan.app.kernel.Keyring;
import vn.lachan.app.kernel.Refusal;

class SecondFactorTests {
  private static final Instant NOW = Instant.parse("2026-01-05T01:00:00Z");
  private static final String HERE = "10.0.0.1";

  private final TestDatabase database = TestDatabase.create();
  private final AccessFixture access = new AccessFixture(database, Keyring.generate(), false);
  private final long account =
      access.accounts.create("kiem.toan", "Kiểm Toán", "mat-khau-dai", false, NOW);

  @AfterEach
  void close() {
    database.close();
  }

  /** RFC 6238, appendix B, SHA-1, the last six of the eight digits. */
  @Test
  void codesAreThoseOfTheStandard() {
    String secret =
        Base32.toBase32String("12345678901234567890".getBytes(StandardCharsets.US_ASCII));
    assertThat(TimeCodes.code(secret, Instant.ofEpochSecond(59))).isEqualTo("287082");
    assertThat(TimeCodes.code(secret, Instant.ofEpochSecond(1_111_111_109))).isEqualTo("081804");
    assertThat(TimeCodes.code(secret, Instant.ofEpochSecond(20_000_000_000L))).isEqualTo("353130");
  }

  @Test
  void aRoleThatNeedsItOpensNothingWithoutIt() {
    assertThat(asked()).isEqualTo(SignedIn.SecondFactor.NONE);
    access.accounts.grant(account, new Grant(Role.AUDITOR, new Scope.Everywhere()), 0, NOW);
    assertThat(asked()).isEqualTo(SignedIn.SecondFactor.MUST_BE_SET_UP);
    switchOn();
    assertThat(asked()).isEqualTo(SignedIn.SecondFactor.ON);
  }

  @Test
  void aCodeCountsOnceAndHalfAMinuteOff() {
    String secret = switchOn();
    Instant later = NOW.plusSeconds(300);
    String early = TimeCodes.code(secret, later.minusSeconds(30));
    String present = TimeCodes.code(secret, later);
    access.factors.verify(account, early, HERE, later);
    access.factors.verify(
        account, present.substring(0, 3) + " " + present.substring(3), HERE, later);
    assertRefused(present, later);
    assertRefused(early, later);
    assertRefused(TimeCodes.code(secret, later.plusSeconds(90)), later);
    assertRefused("", later);
    assertRefused("0".repeat(41), later);
  }

  @Test
  void aRecoveryCodeCountsOnceAndNewOnesVoidTheOld() {
    List<String> codes = codesOf(begin());
    assertThat(codes).hasSize(10).doesNotHaveDuplicates();
    access.factors.verify(account, codes.getFirst(), HERE, NOW);
    assertRefused(codes.getFirst(), NOW);
    access.factors.renewCodes(actor(), codes.get(1), HERE, NOW);
    assertRefused(codes.get(2), NOW);
    assertThat(access.factors.state(actor()).orElseThrow().codesLeft()).isEqualTo(10);
  }

  @Test
  void guessingIsPausedInEveryCopyOfTheProgram() {
    switchOn();
    for (int guess = 0; guess < AccessFixture.SETTINGS.failuresPerAddress(); guess++) {
      assertRefused("000000", NOW.plusSeconds(1 + guess));
    }
    var other = new AccessFixture(database, access.keyring, false);
    assertThatThrownBy(() -> other.factors.verify(account, "000000", HERE, NOW.plusSeconds(9)))
        .hasMessage("access.refused.paused");
  }

  @Test
  void nobodyOutsidePausesSomebodysSecondFactorOrPassword() {
    String secret = switchOn();
    for (int guess = 0; guess < AccessFixture.SETTINGS.failuresPerUsername(); guess++) {
      Instant later = NOW.plusSeconds(1 + guess);
      for (String name : List.of("second factor " + account, "account " + account)) {
        assertThatThrownBy(() -> access.signIns.signIn(name, "đoán-mò-thôi", HERE, later))
            .isInstanceOf(Refusal.class);
      }
    }
    Instant later = NOW.plusSeconds(120);
    access.factors.verify(account, TimeCodes.code(secret, later), HERE, later);
  }

  @Test
  void aManagerResetsALostOneOfOthersWithAReasonOnly() {
    switchOn();
    Actor manager =
        new Actor(
            access.accounts.create("quan.tri", "Quản Trị", "mat-khau-dai", false, NOW),
            "Quản Trị",
            Actor.Kind.STAFF,
            List.of(new Grant(Role.OPERATOR, new Scope.Everywhere())));
    assertThatThrownBy(() -> access.factors.reset(manager, account, " ", NOW))
        .hasMessage("access.second-factor.reason");
    assertThatThrownBy(() -> access.factors.reset(manager, manager.account(), "mất máy", NOW))
        .hasMessage("access.refused.own");
    assertThatThrownBy(() -> access.factors.reset(actor(), account, "mất máy", NOW))
        .hasMessage("access.forbidden");
    access.factors.reset(manager, account, "mất máy", NOW);
    assertThat(asked()).isEqualTo(SignedIn.SecondFactor.NONE);
  }

  @Test
  void aTokenEndsWithTheAccountThatMadeIt() {
    var everywhere = new Grant(Role.OPERATOR, new Scope.Everywhere());
    Actor maker = new Actor(account, "Người tạo", Actor.Kind.STAFF, List.of(everywhere));
    String token =
        access.tokens.create(maker, "Cổng", everywhere, NOW.plusSeconds(9_000), NOW).token();
    Actor other = new Actor(9_999, "Khác", Actor.Kind.STAFF, List.of(everywhere));
    access.accounts.close(other, account, "nghỉ việc", NOW);
    var copy = new AccessFixture(database, access.keyring, false);
    assertThat(copy.tokens.use(token, NOW)).isEmpty();
  }

  private String switchOn() {
    String secret = begin();
    codesOf(secret);
    return secret;
  }

  private String begin() {
    String secret = access.factors.begin(actor(), NOW).secret();
    assertThat(access.factors.begin(actor(), NOW).secret()).isEqualTo(secret);
    return secret;
  }

  private List<String> codesOf(String secret) {
    return access.factors.confirm(actor(), TimeCodes.code(secret, NOW), HERE, NOW);
  }

  private SignedIn.SecondFactor asked() {
    access.actors.forget(account);
    return access.actors.find(account, NOW).orElseThrow().secondFactor();
  }

  private Actor actor() {
    return new Actor(account, "Kiểm Toán", Actor.Kind.STAFF, List.of());
  }

  private void assertRefused(String code, Instant at) {
    assertThatThrownBy(() -> access.factors.verify(account, code, HERE, at))
        .hasMessage("access.second-factor.wrong");
  }
}
