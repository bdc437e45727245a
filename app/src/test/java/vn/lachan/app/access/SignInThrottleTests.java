package vn.lachan.app.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lachan.app.TestDatabase;
import vn.lachan.app.kernel.Keyring;
import vn.lachan.app.kernel.Refusal;

class SignInThrottleTests {
  private static final Instant NOON = Instant.parse("2021-08-03T05:00:00Z");
  private static final String GOOD = "mat-khau-dung";
  private static final String WRONG = "mat-khau-sai";

  private TestDatabase database;
  private AccessFixture here;
  private AccessFixture otherCopy;

  @BeforeEach
  void create() {
    database = TestDatabase.create();
    Keyring keyring = Keyring.generate();
    here = new AccessFixture(database, keyring, true);
    otherCopy = new AccessFixture(database, keyring, true);
    here.accounts.create("can.bo", "Cán Bộ", GOOD, false, NOON.minusSeconds(60));
  }

  @AfterEach
  void drop() {
    database.close();
  }

  @Test
  void fiveFailuresPauseInAllCopies() {
    for (int i = 0; i < 5; i++) {
      AccessFixture copy = i % 2 == 0 ? here : otherCopy;
      assertThat(code(copy, WRONG, "10.0.0.1", NOON)).isEqualTo("access.refused.sign-in");
    }

    assertThat(code(otherCopy, GOOD, "10.0.0.1", NOON)).isEqualTo("access.refused.paused");
    assertThat(code(here, GOOD, "10.0.0.1", NOON.plus(Duration.ofMinutes(14))))
        .isEqualTo("access.refused.paused");
    assertThat(signIn(here, GOOD, "10.0.0.1", NOON.plus(Duration.ofMinutes(16))).actor().name())
        .isEqualTo("Cán Bộ");
  }

  @Test
  void eachFurtherRoundDoublesThePause() {
    fail(5, "10.0.0.1", NOON);
    Instant later = NOON.plus(Duration.ofMinutes(16));
    fail(5, "10.0.0.1", later);

    assertThat(code(here, GOOD, "10.0.0.1", later.plus(Duration.ofMinutes(29))))
        .isEqualTo("access.refused.paused");
    assertThat(signIn(here, GOOD, "10.0.0.1", later.plus(Duration.ofMinutes(31)))).isNotNull();
  }

  @Test
  void aColleagueElsewhereInTheOfficeIsNotPaused() {
    here.accounts.create("dong.nghiep", "Đồng Nghiệp", GOOD, false, NOON.minusSeconds(60));
    fail(5, "10.0.0.1", NOON);

    assertThat(here.signIns.signIn("dong.nghiep", GOOD, "10.0.0.1", NOON)).isNotNull();
    assertThat(signIn(here, GOOD, "10.0.0.2", NOON)).isNotNull();
  }

  @Test
  void guessingFromManyAddressesPausesTheUsername() {
    for (int i = 0; i < 25; i++) {
      fail(1, "10.0.1." + i, NOON);
    }
    assertThat(code(here, GOOD, "10.0.2.1", NOON)).isEqualTo("access.refused.paused");
  }

  @Test
  void anUnknownNameIsPausedAlike() {
    for (int i = 0; i < 5; i++) {
      assertThatThrownBy(() -> here.signIns.signIn("khong.ai", WRONG, "10.0.0.1", NOON))
          .hasMessage("access.refused.sign-in");
    }
    assertThatThrownBy(() -> here.signIns.signIn("khong.ai", WRONG, "10.0.0.1", NOON))
        .hasMessage("access.refused.paused");
  }

  @Test
  void guessesAtTheSameMomentCannotPassTheLimitTogether() {
    long looked =
        IntStream.range(0, 20)
            .parallel()
            .mapToObj(i -> code(i % 2 == 0 ? here : otherCopy, WRONG, "10.0.0.1", NOON))
            .filter("access.refused.sign-in"::equals)
            .count();
    assertThat(looked).isEqualTo(5);
  }

  @Test
  void aSuccessForgetsTheFailuresBeforeIt() {
    fail(4, "10.0.0.1", NOON);
    signIn(here, GOOD, "10.0.0.1", NOON.plusSeconds(1));
    fail(4, "10.0.0.1", NOON.plusSeconds(2));
    assertThat(signIn(here, GOOD, "10.0.0.1", NOON.plusSeconds(3))).isNotNull();
  }

  @Test
  void aOneTimePasswordEnds() {
    here.accounts.create("moi", "Mới", GOOD, true, NOON);

    assertThat(here.signIns.signIn("moi", GOOD, "10.0.0.1", NOON).mustChangePassword()).isTrue();
    assertThatThrownBy(
            () -> here.signIns.signIn("moi", GOOD, "10.0.0.1", NOON.plus(Duration.ofDays(8))))
        .hasMessage("access.refused.sign-in");
  }

  private void fail(int times, String address, Instant at) {
    for (int i = 0; i < times; i++) {
      assertThat(code(here, WRONG, address, at)).isEqualTo("access.refused.sign-in");
    }
  }

  private static SignedIn signIn(AccessFixture copy, String password, String address, Instant at) {
    return copy.signIns.signIn("can.bo", password, address, at);
  }

  private static String code(AccessFixture copy, String password, String address, Instant at) {
    Refusal refusal =
        catchThrowableOfType(Refusal.class, () -> signIn(copy, password, address, at));
    return Objects.requireNonNull(refusal, "no refusal").code();
  }
}
