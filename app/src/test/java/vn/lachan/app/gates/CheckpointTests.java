package vn.lachan.app.gates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lachan.app.ProgramTest;
import vn.lachan.app.access.Accounts;
import vn.lachan.app.access.Actor;
import vn.lachan.app.access.Grant;
import vn.lachan.app.access.Role;
import vn.lachan.app.access.Scope;
import vn.lachan.app.gates.TripOffice.TripFilter;
import vn.lachan.app.people.Claim;
import vn.lachan.app.people.IssuedCode;
import vn.lachan.app.people.People;
import vn.lachan.app.people.PersonalCodes;
import vn.lachan.app.people.Purpose;
import vn.lachan.app.people.Source;
import vn.lachan.app.people.TestDevice;
import vn.lachan.app.places.PlaceCard;
import vn.lachan.app.places.Places;
import vn.lachan.app.tracing.SharedRides;
import vn.lachan.app.units.Hierarchy;
import vn.lachan.app.units.Units;
import vn.lachan.app.visits.OwnPhone;
import vn.lachan.engine.scan.PersonName;
import vn.lachan.engine.scan.Reading;
import vn.lachan.engine.scan.ServerScanPorts;
import vn.lachan.engine.tracing.Encounter;

/** What a checkpoint's device brings, what officers see of it, and what a tracer makes of it. */
@ProgramTest
class CheckpointTests {
  @Autowired private GateOffice office;
  @Autowired private GateDoor door;
  @Autowired private TripOffice trips;
  @Autowired private SharedRides rides;
  @Autowired private ScreenCodes screens;
  @Autowired private TripRetention retention;
  @Autowired private Accounts accounts;
  @Autowired private Places places;
  @Autowired private Units units;
  @Autowired private JdbcClient jdbc;
  @Autowired private People people;
  @Autowired private PersonalCodes codes;

  private GateWorld world;
  private GateDevice device;
  private Instant now;

  @BeforeEach
  void create() {
    world = new GateWorld(office, door, accounts, places, units, "checkpoint");
    device = world.device();
    now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
  }

  @Test
  void aTripIsOneRowItsPeopleVisitsAndAnEdgeBetweenThem() {
    Instant at = now.minusSeconds(600);
    String body =
        trip(
            "36a-123.45",
            "refused",
            "no-test",
            traveller(1, at),
            traveller(2, at),
            traveller(9, null));
    SealedRecord sealed = world.withBody(device, "trip", at, "", body);

    assertThat(outcomes(sealed)).containsExactly("stored");
    assertThat(outcomes(sealed)).containsExactly("stored");
    jdbc.sql("delete from gates.record where device = :d").param("d", device.number()).update();
    assertThat(outcomes(sealed)).containsExactly("already");
    assertThat(count("select count(*) from visits.visit where place = :place")).isEqualTo(3);

    TripOffice.TripRow row = trips.list(Actor.program(), here(), null, 10).rows().getFirst();
    assertThat(row.plate()).isEqualTo("36•••45");
    assertThat(row.plateChecked()).isTrue();
    assertThat(row.people()).isEqualTo(3);
    assertThat(row.decision()).isEqualTo(TripDecision.REFUSED);

    List<Long> persons =
        jdbc.sql(
                """
                select p.person from gates.trip_person p join gates.trip t on t.number = p.trip
                where t.place = :place order by p.position
                """)
            .param("place", world.place.number())
            .query((found, index) -> found.getLong("person"))
            .list();
    List<Encounter> met =
        rides.of(List.of(persons.getFirst()), at.minusSeconds(3_600), at.plusSeconds(60));
    assertThat(met).extracting(Encounter::rowsApart).containsExactlyInAnyOrder(1, 8);
    assertThat(rides.of(List.of(persons.getFirst()), at.plusSeconds(3_700), at.plusSeconds(9_000)))
        .isEmpty();
  }

  @Test
  void whatWasSealedWhileTheTripWasOpenArrivesWithIt() {
    Instant at = now.minusSeconds(60);
    long person = people.identify(claim("Trần Văn Lái"), now).person();
    var phone = new TestDevice();
    IssuedCode issued = codes.forDevice(person, phone.publicKey(), at.minusSeconds(900));
    Instant scanned = at.minusSeconds(600);
    UUID key = UUID.randomUUID();
    String who =
        "{\"text\":\"%s\",\"typed\":false,\"scannedAt\":%d}"
            .formatted(phone.shows(issued, scanned), scanned.toEpochMilli());
    String body =
        """
        {"plate":null,"words":[%s,%s],"vehicle":"car","direction":"in","decision":"let-through",
         "people":[{"who":%s,"shown":%s,"typed":false,"role":"driver","row":1,"stops":true}]}
        """
            .formatted(
                world.part(device, key, -1, "{\"plate\":\"36A12345\"}"),
                world.part(device, key, -4, "{\"note\":\"Về quê\"}"),
                world.part(device, key, -102, who),
                world.part(device, key, -103, "{\"doses\":2,\"permit\":\"GĐĐ-7\"}"));

    SealedRecord elsewhere = world.withBody(device, "trip", at, "", body);
    SealedRecord right = world.withBody(key, device, "trip", at, "", body);
    assertThat(outcomes(elsewhere, right)).containsExactly("refused", "stored");
    TripOffice.TripRow row = trips.list(Actor.program(), here(), null, 10).rows().getFirst();
    assertThat(row.stopped()).isEqualTo(1);
    TripOffice.OpenedTrip opened =
        trips.open(officer(world.place.unit()), row.publicId(), Purpose.TRACE.because(""));
    assertThat(opened.plate()).isEqualTo("36A12345");
    assertThat(opened.note()).isEqualTo("Về quê");
    assertThat(opened.file().people().getFirst().stopped()).isTrue();
    assertThat(Objects.requireNonNull(opened.papers().getFirst()).permit()).isEqualTo("GĐĐ-7");
    assertThat(trips.checkpoints(officer(world.place.unit())))
        .extracting(PlaceCard::number)
        .contains(world.place.number());
    assertThat(trips.checkpoints(officer(units.children(province()).get(3).id())))
        .extracting(PlaceCard::number)
        .doesNotContain(world.place.number());
  }

  @Test
  void plateAndPapersOpenForAPurposeAndOnlyInReach() {
    Instant at = now.minusSeconds(60);
    Instant sampled = at.minus(Duration.ofHours(30));
    String body = trip("29B1 234.56", "let-through", null, traveller(1, sampled));
    assertThat(outcomes(world.withBody(device, "trip", at, "", body))).containsExactly("stored");
    UUID id = trips.list(Actor.program(), here(), null, 10).rows().getFirst().publicId();

    TripOffice.OpenedTrip opened =
        trips.open(officer(world.place.unit()), id, Purpose.TRACE.because(""));
    assertThat(opened.plate()).isEqualTo("29B123456");
    TripPapers papers = opened.papers().getFirst();
    assertThat(papers).isNotNull();
    assertThat(papers.valid()).isFalse();
    assertThat(papers.validUntil()).isEqualTo(sampled.plus(Duration.ofHours(24)));

    Actor elsewhere = officer(units.children(province()).get(3).id());
    assertThat(trips.list(elsewhere, here(), null, 10).rows()).isEmpty();
    assertThatThrownBy(() -> trips.get(elsewhere, id)).hasMessage("gates.refused.unknown-trip");
    assertThatThrownBy(() -> trips.open(elsewhere, id, Purpose.TRACE.because("")))
        .hasMessage("gates.refused.unknown-trip");
    assertThat(trips.ofPlate(Actor.program(), "29b1-23456", now))
        .extracting(TripOffice.TripRow::publicId)
        .contains(id);
    assertThat(trips.ofPlate(elsewhere, "29b1-23456", now))
        .extracting(TripOffice.TripRow::publicId)
        .doesNotContain(id);
    assertThat(trips.export(officer(world.place.unit()), here(), Purpose.TRACE.because("")))
        .extracting(TripOffice.TripRow::plate)
        .containsExactly("29•••56");
    assertThat(trips.export(elsewhere, here(), Purpose.TRACE.because(""))).isEmpty();
    LocalDate today = LocalDate.ofInstant(at, ZoneId.of("Asia/Ho_Chi_Minh"));
    assertThat(
            trips.figures(
                Actor.program(), new TripFilter(world.place.publicId(), today, today, null)))
        .containsExactly(new TripOffice.TripFigure(today, TripDecision.LET_THROUGH, null, 1, 1));
  }

  /** A plate is shown in part; whoever may look for plates may not try them all. */
  @Test
  void platesAreNotGuessedByTheMinute() {
    var guessing =
        new Actor(
            world.keeper,
            "Cán bộ",
            Actor.Kind.STAFF,
            List.of(new Grant(Role.COMMUNE, new Scope.OfUnit(world.place.unit()))));
    for (int guess = 0; guess < 20; guess++) {
      assertThat(trips.ofPlate(guessing, "38A6976" + guess % 10, now)).isEmpty();
    }
    assertThatThrownBy(
            () -> {
              for (int guess = 0; guess < 20; guess++) {
                trips.ofPlate(guessing, "38A69769", now);
              }
            })
        .hasMessage("gates.refused.too-fast");
  }

  @Test
  void whatIsNoTripIsRefusedInWordsAndLeavesNothing() {
    assertThat(
            codes(
                trip("36A12345", "refused", null, traveller(1, null)),
                trip("36A12345", "refused", "to-testing", traveller(1, null)),
                trip("36A12345", "let-through", null),
                trip("<b>", "let-through", null, traveller(1, null)),
                trip("36A12345", "let-through", null, traveller(1, null).replace("driver", "king")),
                trip("36A12345", "let-through", null, traveller(1, null))
                    .replace("\"note\":", "\"words\":[null],\"note\":"),
                "{\"plate\":1}",
                "not json"))
        .containsExactly(
            "gates.refused.trip-decision",
            "gates.refused.trip-decision",
            "gates.refused.trip-people",
            "gates.refused.plate",
            "gates.refused.trip-papers",
            "gates.refused.unreadable",
            "gates.refused.unreadable",
            "gates.refused.unreadable");
    assertThat(count("select count(*) from gates.trip where place = :place")).isZero();
    assertThat(count("select count(*) from visits.visit where place = :place")).isZero();
    assertThat(Plate.of("80-011-NG-01").checked()).isTrue();
    assertThat(Plate.of("KC 12.34").checked()).isTrue();
    assertThat(Plate.of("29-MĐ1 123.45").checked()).isTrue();
    assertThat(Plate.of("XYZ99").checked()).isFalse();
  }

  @Test
  void anOldTripGoes() {
    Instant at = now.minusSeconds(60);
    outcomes(
        world.withBody(
            device, "trip", at, "", trip("36A12345", "let-through", null, traveller(1, null))));
    retention.dropBefore(at.minusSeconds(1));
    assertThat(count("select count(*) from gates.trip where place = :place")).isOne();
    retention.dropBefore(now);
    assertThat(count("select count(*) from gates.trip where place = :place")).isZero();
  }

  @Test
  void aScreensCodeProvesPresenceForItsHalfMinuteAndItsPhone() {
    var phone = new OwnPhone(null, "may-cua-ban");
    long step = now.getEpochSecond() / ScreenCodes.STEP_SECONDS;
    byte[] secret = screens.secret(world.place);
    String shown = ScreenCodes.proof(secret, step);
    String before = ScreenCodes.proof(secret, step - 1);
    String stale = ScreenCodes.proof(secret, step - 3);
    String other = new String(shown.toCharArray()).replace(shown.charAt(0), '_');

    assertThat(screens.ticket(world.place.code(), before, phone, now)).isPresent();
    assertThat(screens.ticket(world.place.code(), stale, phone, now)).isEmpty();
    assertThat(screens.ticket(world.place.code(), other, phone, now)).isEmpty();
    String ticket = screens.ticket(world.place.code(), shown, phone, now).orElseThrow();
    assertThat(screens.holds(world.place, phone.at(ticket), now.plusSeconds(600))).isTrue();
    assertThat(screens.holds(world.place, phone.at(ticket), now.plusSeconds(1_000))).isFalse();
    assertThat(screens.holds(world.place, new OwnPhone(null, "may-khac").at(ticket), now))
        .isFalse();
    assertThat(screens.holds(world.place, phone.at(ticket + "0"), now)).isFalse();
    var without = new OwnPhone(null, null);
    assertThat(screens.ticket(world.place.code(), shown, without, now)).isEmpty();
    assertThat(screens.holds(world.place, without.at(ticket), now)).isFalse();

    var asks = new GateOffice.PlaceAsks(false, null, true);
    office.ask(Actor.program(), world.place.publicId(), asks, now);
    assertThat(screens.required(world.place)).isTrue();
    String code =
        office
            .enrol(Actor.program(), world.place.publicId(), "Màn hình", GateOffice.Mode.SCREEN, now)
            .code();
    GateDevice screen = door.enrol(code, now).device();
    GateDoor.DeviceReport fresh = new GateDoor.DeviceReport(0, 0, 0, null, 0);
    assertThat(door.contact(screen, fresh, now).rules().screenSecret()).isEqualTo(secret);
    assertThat(door.contact(device, fresh, now).rules().screenSecret()).isNull();
    office.revoke(Actor.program(), screen.publicId(), "Mất", now);
    assertThat(screens.secret(world.place)).isNotEqualTo(secret);
    assertThat(screens.ticket(world.place.code(), shown, phone, now)).isEmpty();
  }

  private Claim claim(String name) {
    PersonName read =
        ((Reading.Accepted<PersonName>) PersonName.parse(name, new ServerScanPorts())).value();
    return new Claim(
        null,
        null,
        "038190%06d".formatted(world.place.number()),
        null,
        false,
        read,
        1990,
        null,
        null,
        world.place.unit(),
        Source.KEEPER);
  }

  private TripFilter here() {
    return new TripFilter(world.place.publicId(), null, null, null);
  }

  private int province() {
    return units.byCode("96", Hierarchy.WITHOUT_DISTRICTS_FROM).orElseThrow().id();
  }

  private static Actor officer(int unit) {
    return new Actor(
        5, "Cán bộ", Actor.Kind.STAFF, List.of(new Grant(Role.COMMUNE, new Scope.OfUnit(unit))));
  }

  private static String traveller(int row, @Nullable Instant sampled) {
    return """
    {"text":"%s","typed":false,"role":"driver","row":%d,"test":%s,"result":%s,"takenAt":%s,"doses":2,"permit":"GĐĐ-1"}
    """
        .formatted(
            GateWorld.card(),
            row,
            sampled == null ? "null" : "\"antigen\"",
            sampled == null ? "null" : "\"negative\"",
            sampled == null ? "null" : sampled.toEpochMilli());
  }

  private static String trip(
      String plate, String decision, @Nullable String reason, String... people) {
    return """
    {"plate":"%s","vehicle":"car","direction":"in","origin":"Ninh Bình","destination":null,"decision":"%s","reason":%s,"note":"Về quê","people":[%s]}
    """
        .formatted(
            plate,
            decision,
            reason == null ? "null" : "\"" + reason + "\"",
            String.join(",", people));
  }

  private List<String> outcomes(SealedRecord... sealed) {
    return door.take(device, List.of(sealed), now).stream().map(RecordAnswer::outcome).toList();
  }

  private List<String> codes(String... bodies) {
    List<SealedRecord> batch = new ArrayList<>();
    for (String body : bodies) {
      batch.add(world.withBody(device, "trip", now.minusSeconds(60), "", body));
    }
    return door.take(device, batch, now).stream()
        .map(answer -> String.valueOf(answer.code()))
        .toList();
  }

  private int count(String sql) {
    return jdbc.sql(sql)
        .param("place", world.place.number())
        .query((row, index) -> row.getInt(1))
        .single();
  }
}
