package vn.lachan.app.gates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lachan.app.Browser;
import vn.lachan.app.ProgramTest;
import vn.lachan.app.access.Accounts;
import vn.lachan.app.access.Actor;
import vn.lachan.app.places.Places;
import vn.lachan.app.units.Units;

/** What a gate's device may bring, and what comes of it, without a browser. */
@ProgramTest
class GateIntakeTests {
  @LocalServerPort private int port;
  @Autowired private GateOffice office;
  @Autowired private GateDoor door;
  @Autowired private Accounts accounts;
  @Autowired private Places places;
  @Autowired private Units units;
  @Autowired private JdbcClient jdbc;

  private GateWorld world;
  private GateDevice device;
  private Instant now;

  @BeforeEach
  void create() {
    world = new GateWorld(office, door, accounts, places, units);
    device = world.device();
    now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
  }

  @Test
  void aBatchThatComesTwiceIsOneAndTheKeepersOwn() {
    List<SealedRecord> batch =
        List.of(
            world.visit(device, GateWorld.card(), now.minusSeconds(7_200)),
            world.visit(device, GateWorld.card(), now.minusSeconds(7_100)));

    assertThat(outcomes(batch)).containsExactly("stored", "stored");
    assertThat(outcomes(batch)).containsExactly("stored", "stored");
    assertThat(visits()).isEqualTo(2);
    assertThat(
            jdbc.sql("select distinct captured_by from visits.visit where place = :place")
                .param("place", world.place.number())
                .query(Long.class)
                .single())
        .isEqualTo(world.keeper);

    // As after a crash between the visits and their answers.
    jdbc.sql("delete from gates.record where device = :d").param("d", device.number()).update();
    assertThat(outcomes(batch)).containsExactly("already", "already");
    assertThat(visits()).isEqualTo(2);
  }

  @Test
  void twoTabletsAtOneGateCountAPersonOnce() {
    GateDevice other = world.device();
    String card = GateWorld.card();
    door.take(device, List.of(world.visit(device, card, now.minusSeconds(40))), now);
    door.take(other, List.of(world.visit(other, card, now.minusSeconds(35))), now);
    assertThat(door.inside(device, now)).isEqualTo(1);
    assertThat(door.ask(other, card, null, now).isInside()).isTrue();

    SealedRecord out =
        world.seal(
            other, "departure", world.keeper, now.minusSeconds(5), ",\"text\":\"" + card + "\"");
    assertThat(door.take(other, List.of(out), now).getFirst().outcome()).isEqualTo("departed");
    assertThat(door.inside(device, now)).isZero();
  }

  @Test
  void whatOneDeviceSealedAnotherCannotBring() {
    GateDevice other = world.device();
    SealedRecord sealed = world.visit(device, GateWorld.card(), now.minusSeconds(60));
    assertThat(door.take(other, List.of(sealed), now))
        .extracting(RecordAnswer::code)
        .containsExactly("gates.refused.unreadable");
    assertThat(visits()).isZero();
  }

  @Test
  void aQuestionMakesNobody() {
    String card = GateWorld.card();
    long before = persons();
    assertThat(door.ask(device, card, null, now).advice()).isEqualTo(GateAnswer.Advice.LET_IN);
    assertThat(door.ask(device, "0912345678", "Lê Văn Hỏi", now).isInside()).isFalse();
    assertThat(persons()).isEqualTo(before);
    door.take(device, List.of(world.visit(device, card, now.minusSeconds(60))), now);
    assertThat(persons()).isEqualTo(before + 1);
    assertThat(door.ask(device, card, null, now).isInside()).isTrue();
  }

  /** A device with a whole day behind it is no flood: what is refused once is gone from it. */
  @Test
  void everyDeclarationOfABusyDayIsJudgedByItsAnswers() {
    List<RecordAnswer> answers = new ArrayList<>();
    for (int batch = 0; batch < 2; batch++) {
      List<SealedRecord> sent = new ArrayList<>();
      for (int record = 0; record < 310; record++) {
        sent.add(
            world.withBody(
                device, "declaration", now.minusSeconds(90), GateWorld.card(), "{\"form\":1}"));
      }
      answers.addAll(door.take(device, sent, now));
    }
    assertThat(answers).hasSize(620);
    assertThat(answers).extracting(RecordAnswer::code).doesNotContain("visits.refused.too-fast");
  }

  @Test
  void aKindOfNoAlphabetHoldsNothingElseUp() {
    SealedRecord strange = world.seal(device, "a\\u0000", world.keeper, now, "");
    List<SealedRecord> batch =
        List.of(world.visit(device, GateWorld.card(), now.minusSeconds(60)), strange);
    assertThat(outcomes(batch)).containsExactly("stored", "refused");
    assertThat(outcomes(batch)).containsExactly("stored", "refused");
  }

  @Test
  void onlyADeviceOnDutyMayAskAndOneDoesNotSilenceAnother() {
    String card = GateWorld.card();
    assertThatThrownBy(() -> door.ask(world.strangeDevice(), card, null, now))
        .hasMessage("gates.refused.no-questions");
    for (int question = 0; question < 90; question++) {
      door.ask(device, card, null, now);
    }
    assertThatThrownBy(
            () -> {
              for (int question = 0; question < 90; question++) {
                door.ask(device, card, null, now);
              }
            })
        .hasMessage("gates.refused.too-fast");
    assertThat(door.ask(world.device(), card, null, now).advice())
        .isEqualTo(GateAnswer.Advice.LET_IN);
  }

  @Test
  void aRecordStandsUnderAKeepersNameOnlyWhereTheirPinWasTyped() {
    GateDevice strange = world.strangeDevice();
    UUID shift = UUID.randomUUID();
    String more = ",\"shift\":\"" + shift + "\"";
    List<RecordAnswer> answers =
        door.take(
            strange,
            List.of(
                world.seal(strange, "shift-start", world.keeper, now.minusSeconds(90), more),
                world.visit(strange, GateWorld.card(), now.minusSeconds(60))),
            now);
    assertThat(answers).extracting(RecordAnswer::outcome).containsExactly("stored", "stored");
    assertThat(
            jdbc.sql("select captured_by from visits.visit where place = :place")
                .param("place", world.place.number())
                .query(Long.class)
                .single())
        .isZero();
    assertThat(office.shifts(Actor.program(), world.place.publicId()))
        .extracting(GateOffice.ShiftRow::proved)
        .containsExactly(false);
  }

  @Test
  void theCorrectionOfTheClockIsKeptBesideTheOriginalTime() {
    Instant wrong = now.minusSeconds(600).plus(Duration.ofHours(1));
    SealedRecord sealed = world.visit(device, GateWorld.card(), wrong);
    var corrected =
        new SealedRecord(
            sealed.key(),
            sealed.sequence(),
            sealed.sealKey(),
            sealed.point(),
            sealed.nonce(),
            sealed.content(),
            -3_600);
    assertThat(outcomes(List.of(corrected))).containsExactly("stored");
    assertThat(
            jdbc.sql(
                    """
                    select entered_at = :at and original_at = :original
                      and clock_correction_seconds = -3600
                    from visits.visit where place = :place
                    """)
                .param("at", Timestamp.from(now.minusSeconds(600)))
                .param("original", Timestamp.from(wrong))
                .param("place", world.place.number())
                .query(Boolean.class)
                .single())
        .isTrue();
  }

  @Test
  void whatIsAlteredMovedOrNobodysIsRefusedAloneAndInWords() {
    SealedRecord good = world.visit(device, GateWorld.card(), now.minusSeconds(60));
    SealedRecord moved = world.visit(world.device(), GateWorld.card(), now.minusSeconds(60));
    SealedRecord altered = world.visit(device, GateWorld.card(), now.minusSeconds(60));
    altered.content()[3] ^= 1;
    SealedRecord stranger =
        world.seal(device, "visit", 1L << 40, now, ",\"text\":\"" + GateWorld.card() + "\"");
    SealedRecord nameless =
        world.seal(device, "visit", world.keeper, now, ",\"text\":\"0912345678\"");
    SealedRecord later = world.visit(device, GateWorld.card(), now.plusSeconds(7_200));
    SealedRecord unknown = world.seal(device, "dance", world.keeper, now, "");
    SealedRecord noKey =
        new SealedRecord(
            good.key(), 99, 1 << 20, good.point(), good.nonce(), good.content().clone(), 0);

    List<RecordAnswer> answers =
        door.take(device, List.of(moved, altered, stranger, nameless, later, unknown, noKey), now);
    assertThat(answers.stream().map(RecordAnswer::code))
        .containsExactly(
            "gates.refused.unreadable",
            "gates.refused.unreadable",
            "gates.refused.unknown-keeper",
            "gates.refused.name-missing",
            "visits.refused.future",
            "gates.refused.kind",
            "gates.refused.unreadable");
    assertThat(visits()).isZero();
  }

  @Test
  void aRevokedDeviceBringsOnlyWhatItHadForADay() {
    SealedRecord before = world.visit(device, GateWorld.card(), now.minusSeconds(60));
    SealedRecord after = world.visit(device, GateWorld.card(), now.plusSeconds(60));
    office.revoke(Actor.program(), device.publicId(), "Mất ở bến xe", now);
    GateDevice revoked = world.again(device);

    assertThatThrownBy(
            () -> door.contact(revoked, new GateDoor.DeviceReport(0, 0, 0, null, 0), now))
        .hasMessage("gates.refused.revoked");
    List<RecordAnswer> answers = door.take(revoked, List.of(before, after), now.plusSeconds(90));
    assertThat(answers.getFirst().outcome()).isEqualTo("stored");
    assertThat(answers.getLast().code()).isEqualTo("gates.refused.revoked");
    SealedRecord late =
        new SealedRecord(
            UUID.randomUUID(), 5, 1, before.point(), before.nonce(), before.content(), 0);
    assertThat(
            door.take(revoked, List.of(late), now.plus(Duration.ofDays(2))).getFirst().isRefused())
        .isTrue();
  }

  @Test
  void aPinIsTheKeepersAndGuessingPauses() {
    assertThat(door.signOn(device, world.keeper, world.pin, now).name()).isEqualTo("Chị Trực");
    for (int guess = 0; guess < 5; guess++) {
      assertThatThrownBy(() -> door.signOn(device, world.keeper, "00000x", now))
          .hasMessage("gates.refused.pin");
    }
    assertThatThrownBy(() -> door.signOn(device, world.keeper, world.pin, now))
        .hasMessage("gates.refused.pin-paused");
    assertThat(door.signOn(device, world.keeper, world.pin, now.plusSeconds(1_000)).account())
        .isEqualTo(world.keeper);
  }

  @Test
  void aCodeEnrolsOnceAndOnlyInTime() {
    String code = office.enrol(Actor.program(), world.place.publicId(), "Hai", false, now).code();
    assertThatThrownBy(() -> door.enrol(code, now.plus(Duration.ofMinutes(16))))
        .hasMessage("gates.refused.code");
    String typed = code.toLowerCase(Locale.ROOT).replace("-", " ");
    assertThat(door.enrol(typed, now).device().name()).isEqualTo("Hai");
    assertThatThrownBy(() -> door.enrol(code, now)).hasMessage("gates.refused.code");
  }

  @Test
  void withoutItsCookieOrItsHeaderADeviceIsNobody() {
    var browser = new Browser(port);
    for (String path : List.of("contact", "batches", "keepers", "scans")) {
      HttpResponse<String> answer =
          browser.post(
              "/api/v1/gates/device/" + path,
              "{}",
              List.of("Content-Type", "application/json", "Accept", "application/json"));
      assertThat(answer.statusCode()).isEqualTo(401);
      assertThat(answer.body()).contains("gates.refused.unknown-device");
    }
    HttpResponse<String> wrong =
        browser.post(
            "/api/v1/gates/enrolments",
            "{\"code\":null}",
            List.of("Content-Type", "application/json", "Accept", "application/json"));
    assertThat(wrong.statusCode()).isEqualTo(404);
  }

  private long persons() {
    return jdbc.sql("select count(*) from people.person")
        .query((row, index) -> row.getLong(1))
        .single();
  }

  private List<String> outcomes(List<SealedRecord> batch) {
    return door.take(device, batch, now).stream().map(RecordAnswer::outcome).toList();
  }

  private int visits() {
    return jdbc.sql("select count(*) from visits.visit where place = :place")
        .param("place", world.place.number())
        .query(Integer.class)
        .single();
  }
}
