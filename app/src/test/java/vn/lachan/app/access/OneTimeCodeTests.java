package vn.lachan.app.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lachan.app.TestDatabase;
import vn.lachan.app.kernel.Keyring;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.engine.scan.PhoneNumber;

class OneTimeCodeTests {
  private static final Instant NOON = Instant.parse("2021-08-03T05:00:00Z");
  private static final PhoneNumber PHONE = new PhoneNumber("84912345678");

  private TestDatabase database;
  private Keyring keyring;
  private AccessFixture here;
  private AccessFixture otherCopy;

  @BeforeEach
  void create() {
    database = TestDatabase.create();
    keyring = Keyring.generate();
    here = new AccessFixture(database, keyring, true);
    otherCopy = new AccessFixture(database, keyring, true);
  }

  @AfterEach
  void drop() {
    database.close();
  }

  @Test
  void theSentCodeProvesThePhoneOnce() {
    Challenge challenge = here.codes.request(PHONE, "sign-in", NOON);
    String code = sentCode(1);

    PhoneProof proof = otherCopy.codes.confirm(challenge.token(), code, NOON.plusSeconds(60));
    assertThat(proof.phone()).isEqualTo(PHONE);
    assertThat(proof.purpose()).isEqualTo("sign-in");

    assertThatThrownBy(() -> here.codes.confirm(challenge.token(), code, NOON.plusSeconds(61)))
        .hasMessage("access.refused.code-over");
  }

  @Test
  void aCodeEndsAfterFiveMinutes() {
    Challenge challenge = here.codes.request(PHONE, "sign-in", NOON);
    String code = sentCode(1);
    assertThatThrownBy(
            () -> here.codes.confirm(challenge.token(), code, NOON.plus(Duration.ofMinutes(5))))
        .hasMessage("access.refused.code-over");
  }

  @Test
  void guessingEndsAfterFiveTriesInAllCopies() {
    Challenge challenge = here.codes.request(PHONE, "sign-in", NOON);
    String code = sentCode(1);
    String wrong = code.equals("000000") ? "000001" : "000000";

    long looked =
        IntStream.range(0, 16)
            .parallel()
            .filter(i -> !tryIn(i % 2 == 0 ? here : otherCopy, challenge, wrong))
            .count();

    assertThat(looked).isEqualTo(16);
    assertThat(
            database
                .jdbc()
                .sql("select attempts from access.one_time_code")
                .query(Integer.class)
                .single())
        .isEqualTo(5);
    assertThatThrownBy(() -> here.codes.confirm(challenge.token(), code, NOON))
        .hasMessage("access.refused.code-over");
  }

  @Test
  void aWrongCodeCountsAlsoWhenTheCallerRollsBack() {
    Challenge challenge = here.codes.request(PHONE, "sign-in", NOON);
    String wrong = sentCode(1).equals("000000") ? "000001" : "000000";

    assertThatThrownBy(
            () ->
                database
                    .transactions()
                    .executeWithoutResult(
                        status -> here.codes.confirm(challenge.token(), wrong, NOON)))
        .isInstanceOf(Refusal.class);

    assertThat(
            database
                .jdbc()
                .sql("select attempts from access.one_time_code")
                .query(Integer.class)
                .single())
        .isEqualTo(1);
  }

  @Test
  void eachFurtherCodeWaitsLongerAndNeverADay() {
    for (int i = 0; i < 3; i++) {
      requestFrom("203.0.113.9", PHONE, null, NOON);
    }
    refusedFor(5, "203.0.113.9", null, NOON.plusSeconds(1));
    requestFrom("203.0.113.9", PHONE, null, NOON.plus(Duration.ofMinutes(5)));
    refusedFor(10, "203.0.113.9", null, NOON.plusSeconds(301));
    Instant later = NOON;
    for (int i = 0; i < 20; i++) {
      later = later.plus(Duration.ofHours(2));
      requestFrom("203.0.113.9", PHONE, null, later);
    }
  }

  @Test
  void aStrangerDoesNotUseUpTheCodesOfAFamily() {
    String proved = here.codes.remember(new PhoneProof(PHONE, "residents", NOON));
    Instant now = NOON;
    for (int address = 1; address <= 9; address++) {
      String from = "203.0.113." + address;
      if (address <= 5) {
        requestFrom(from, PHONE, null, now);
      } else {
        refusedFor(5, from, null, now);
      }
    }
    assertThat(requestFrom("203.0.113.77", PHONE, proved, now)).isNotNull();
    assertThat(requestFrom("203.0.113.77", PHONE, proved, now)).isNotNull();
    assertThat(requestFrom("203.0.113.77", PHONE, proved, now)).isNotNull();
    refusedFor(5, "203.0.113.77", proved, now);

    String other = here.codes.remember(new PhoneProof(phone(1), "residents", NOON));
    for (String made : List.of(other, proved + "A", "." + proved, "", proved.replace('.', ' '))) {
      refusedFor(5, "203.0.113.77", made, now);
    }
  }

  @Test
  void fewSourcesNeverUseUpWhatThereIsForAll() {
    int answered = 0;
    for (int phone = 0; phone < 200; phone++) {
      // Networks of the sixth version that one customer has count as one.
      answered += answered("2001:db8:" + phone % 4 + ":" + phone + "::1", phone) ? 1 : 0;
    }
    assertThat(answered).isBetween(20, 32);
    assertThat(requestFrom("203.0.113.10", phone(900), null, NOON)).isNotNull();
    String proved = here.codes.remember(new PhoneProof(phone(901), "residents", NOON));
    for (int phone = 0; phone < 40; phone++) {
      answered("198.51.100." + phone, 300 + phone);
    }
    assertThatThrownBy(() -> requestFrom("203.0.113.11", phone(902), null, NOON))
        .hasMessage("access.refused.code-limit");
    assertThat(requestFrom("203.0.113.11", phone(901), proved, NOON)).isNotNull();
  }

  private boolean answered(String address, int phone) {
    try {
      requestFrom(address, phone(phone), null, NOON);
      return true;
    } catch (Refusal refusal) {
      return false;
    }
  }

  private static PhoneNumber phone(int number) {
    return new PhoneNumber("8491%07d".formatted(2_000_000 + number));
  }

  private void refusedFor(long minutes, String address, @Nullable String browser, Instant now) {
    assertThatThrownBy(() -> requestFrom(address, PHONE, browser, now))
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> {
              assertThat(refusal.code()).isEqualTo("access.refused.code-limit");
              assertThat(refusal.arguments()).containsExactly(minutes);
            });
  }

  private Challenge requestFrom(
      String address, PhoneNumber phone, @Nullable String browser, Instant now) {
    return here.codes.request(
        new CodeRequest(phone, "sign-in", Locale.of("vi"), address, browser), now);
  }

  @Test
  void whereNothingCanBeSentAnOfficerConfirms() {
    var silent = new AccessFixture(database, keyring, false);
    var officer =
        new Actor(
            9,
            "Cán bộ",
            Actor.Kind.STAFF,
            List.of(new Grant(Role.COMMUNE, new Scope.OfUnit(2_315_664))));
    Challenge challenge = silent.codes.request(PHONE, "sign-in", NOON);
    Instant later = NOON.plus(Duration.ofHours(3));

    assertThat(challenge.sent()).isFalse();
    assertThat(silent.codes.confirmedByOfficer(challenge.token(), later)).isEmpty();
    assertThat(silent.codes.phoneOf(officer, challenge.reference(), later)).isEqualTo(PHONE);
    silent.codes.confirmFor(officer, challenge.reference(), later);

    assertThat(silent.codes.confirmedByOfficer(challenge.token(), later).orElseThrow().phone())
        .isEqualTo(PHONE);
    assertThatThrownBy(() -> silent.codes.confirmedByOfficer(challenge.token(), later))
        .hasMessage("access.refused.code-over");
  }

  @Test
  void referencesAreNotTriedThrough() {
    var silent = new AccessFixture(database, keyring, false);
    Challenge challenge = silent.codes.request(PHONE, "sign-in", NOON);
    var officer =
        new Actor(
            9,
            "Cán bộ",
            Actor.Kind.STAFF,
            List.of(new Grant(Role.COMMUNE, new Scope.OfUnit(2_315_664))));
    String wrong = challenge.reference().equals("000000") ? "000001" : "000000";
    for (int guess = 0; guess < AccessFixture.SETTINGS.failuresPerAddress(); guess++) {
      assertThatThrownBy(() -> silent.codes.phoneOf(officer, wrong, NOON))
          .hasMessage("access.refused.reference");
    }
    assertThatThrownBy(() -> silent.codes.phoneOf(officer, challenge.reference(), NOON))
        .hasMessage("access.refused.paused");
  }

  @Test
  void onlyAnOfficerMayConfirm() {
    var silent = new AccessFixture(database, keyring, false);
    Challenge challenge = silent.codes.request(PHONE, "sign-in", NOON);
    var keeper =
        new Actor(
            9, "Trực", Actor.Kind.KEEPER, List.of(new Grant(Role.KEEPER, new Scope.OfPlace(1))));
    assertThatThrownBy(() -> silent.codes.phoneOf(keeper, challenge.reference(), NOON))
        .hasMessage("access.forbidden");
    assertThatThrownBy(() -> silent.codes.confirmFor(keeper, challenge.reference(), NOON))
        .hasMessage("access.forbidden");
  }

  @Test
  void neitherPhoneNorCodeLiesInTheTableInPlain() {
    here.codes.request(PHONE, "sign-in", NOON);
    String row =
        database
            .jdbc()
            .sql(
                "select encode(phone || code || phone_hash || wrapped_key, 'escape') from access.one_time_code")
            .query((result, index) -> Objects.requireNonNull(result.getString(1)))
            .single();
    assertThat(row).doesNotContain("912345678").doesNotContain(sentCode(1));
  }

  private boolean tryIn(AccessFixture copy, Challenge challenge, String code) {
    try {
      copy.codes.confirm(challenge.token(), code, NOON);
      return true;
    } catch (Refusal refusal) {
      return false;
    }
  }

  /** The code as it would stand in the message. */
  private String sentCode(long number) {
    var messages = new CodeMessages(here.codeTable, keyring, Clock.fixed(NOON, ZoneOffset.UTC));
    return Objects.requireNonNull(
        messages.resolve(CodeMessages.TEMPLATE, number).orElseThrow().values().get("code"));
  }
}
