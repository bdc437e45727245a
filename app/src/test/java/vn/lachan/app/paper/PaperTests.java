package vn.lachan.app.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.parser.PdfTextExtractor;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lachan.app.ProgramTest;
import vn.lachan.app.TestWorld;
import vn.lachan.app.access.Accounts;
import vn.lachan.app.access.Actor;
import vn.lachan.app.access.NewAccount;
import vn.lachan.app.access.Role;
import vn.lachan.app.access.Scope;
import vn.lachan.app.declarations.DeclarationFilter;
import vn.lachan.app.declarations.DeclarationOffice;
import vn.lachan.app.declarations.DeclarationRow;
import vn.lachan.app.declarations.DeclarationWay;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.app.places.PlaceCard;
import vn.lachan.app.units.Unit;
import vn.lachan.app.units.Units;

/** From a blank pad to what can be traced, and what is left of it. */
@ProgramTest
class PaperTests {
  @Autowired private BeanFactory program;
  @Autowired private Accounts accounts;
  @Autowired private Units units;
  @Autowired private Pads pads;
  @Autowired private Batches batches;
  @Autowired private Keying keying;
  @Autowired private TakenSheets stations;
  @Autowired private SheetPhotos photos;
  @Autowired private PaperFigures figures;
  @Autowired private DeclarationOffice declarations;
  @Autowired private PaperHousekeeping housekeeping;
  @Autowired private CommuneSearch communes;
  @Autowired private JdbcClient jdbc;

  private TestWorld world;
  private PlaceCard place;
  private Actor officer;
  private Instant printed;

  @BeforeEach
  void create() {
    world = TestWorld.in(program);
    place = world.place();
    officer = world.actor(Role.COMMUNE, world.inCommune());
    printed = world.now().minus(Duration.ofHours(30));
  }

  @Test
  void aSheetIsKeyedOnceAndIsADeclarationAtOnce() {
    UUID pad = pad(3);
    UUID batch = batch(pad, false);
    Actor keyer = keyer(batch);
    String serial = serial(pad, 1);
    Keying.Typed typed = typed(serial, answers("0912000001"));

    Keying.Kept kept = keying.save(keyer, batch, typed, world.now());

    assertThat(kept.state()).isEqualTo(SheetState.TAKEN);
    DeclarationRow row = declared(serial);
    assertThat(row.way()).isEqualTo(DeclarationWay.PAPER);
    assertThat(row.keyedBy()).isEqualTo("Hoa Tình Nguyện");
    assertThat(row.declaredAt()).isEqualTo(yesterdayAt(14, 5));
    assertThat(keying.save(keyer, batch, typed, world.now()).state())
        .as("sent again")
        .isEqualTo(SheetState.TAKEN);
    refused(
        "paper.refused.taken",
        () -> keying.save(keyer, batch, typed(serial, answers("0912000001")), world.now()));
    assertThat(batches.get(officer, batch).counts().taken()).isEqualTo(1);
    assertThat(held(serial)).isZero();
  }

  @Test
  void faultsAreToldAtTheirFieldsAndNothingIsStored() {
    UUID pad = pad(1);
    UUID batch = batch(pad, false);
    Actor keyer = keyer(batch);
    Map<String, List<String>> answers = answers("12");
    answers.remove("symptoms");
    String serial = serial(pad, 1);

    Keying.Kept kept =
        keying.save(
            keyer,
            batch,
            new Keying.Typed(UUID.randomUUID(), serial, answers, "3113", "", 9),
            world.now());

    assertThat(kept.stored()).isFalse();
    assertThat(kept.writtenFault()).isEqualTo("paper.written.day");
    assertThat(kept.faults().stream().map(fault -> fault.linkId() + " " + fault.code()))
        .contains("symptoms answer-missing", "phone unreadable-phone");
    assertThat(batches.get(officer, batch).counts().left()).isEqualTo(1);
  }

  @Test
  void twoKeyersAreBlindUntilBothHaveKeyedAndAThirdDecides() {
    UUID pad = pad(2);
    UUID batch = batch(pad, true);
    Actor one = keyer(batch);
    Actor two = keyer(batch);
    String serial = serial(pad, 1);

    assertThat(save(one, batch, serial, "0912000002").state()).isEqualTo(SheetState.ONCE);
    assertThat(declarations(serial)).as("nothing before both agree").isEmpty();
    refused(
        "paper.refused.same-keyer",
        () -> keying.save(one, batch, typed(serial, answers("0912000002")), world.now()));
    Keying.Kept second = save(two, batch, serial, "0912000003");

    assertThat(second.state()).isEqualTo(SheetState.DIFFERENT);
    assertThat(second.differing()).isEqualTo(1);
    assertThat(second.settles()).as("the officer decides in this batch").isFalse();
    refused("paper.refused.not-settler", () -> keying.differences(two, batch, serial, world.now()));
    Keying.Differences differences = keying.differences(officer, batch, serial, world.now());
    assertThat(differences.fields())
        .singleElement()
        .extracting(Keying.Difference::key)
        .isEqualTo("phone");
    refused(
        "paper.refused.undecided",
        () -> keying.settle(officer, batch, serial, Map.of(), Map.of(), world.now()));
    Keying.Kept settled =
        keying.settle(
            officer,
            batch,
            serial,
            Map.of("phone", Keying.Choice.OTHER),
            Map.of("phone", "0912000009"),
            world.now());

    assertThat(settled.state()).isEqualTo(SheetState.TAKEN);
    assertThat(declarations(serial)).hasSize(1);
    assertThat(held(serial)).isZero();
    assertThat(batches.keyers(officer, batch))
        .allSatisfy(keyer -> assertThat(keyer.wrong()).isEqualTo(1))
        .allSatisfy(keyer -> assertThat(keyer.fields()).isGreaterThan(10));
  }

  @Test
  void anHourThatOnlyTheSecondKeyerReadIsADifferenceAndNoFault() {
    UUID pad = pad(1);
    UUID batch = batch(pad, true);
    String serial = serial(pad, 1);
    keying.save(keyer(batch), batch, written(serial, "0912000012", day(), ""), world.now());

    Keying.Kept second =
        keying.save(keyer(batch), batch, written(serial, "0912000012", day(), "730"), world.now());

    assertThat(second.state()).isEqualTo(SheetState.DIFFERENT);
    assertThat(second.differing()).isEqualTo(1);
  }

  @Test
  void whatIsWrongWithTheTimeOfASheetIsToldAtItsField() {
    UUID pad = pad(1);
    UUID batch = batch(pad, false);
    Actor keyer = keyer(batch);
    String serial = serial(pad, 1);
    Instant early = world.now().atZone(TestWorld.ZONE).with(LocalTime.of(9, 15)).toInstant();
    LocalDate today = LocalDate.ofInstant(early, TestWorld.ZONE);
    Map<String, String> faults =
        Map.of(
            today + " 16:15", "paper.written.future-time",
            today.plusDays(1) + " 07:30", "paper.written.future",
            today + " 25:00", "paper.written.time",
            today.minusDays(100) + " 07:30", "paper.written.before-print");

    faults.forEach(
        (written, fault) -> {
          String[] parts = written.split(" ", 2);
          Keying.Kept kept =
              keying.save(keyer, batch, written(serial, "0912000013", parts[0], parts[1]), early);
          assertThat(kept.writtenFault()).as(written).isEqualTo(fault);
        });
    Keying.Kept kept =
        keying.save(keyer, batch, written(serial, "0912000013", today.toString(), ""), early);
    assertThat(kept.state()).as("today, without a time, before noon").isEqualTo(SheetState.TAKEN);
  }

  @Test
  void theOrderOfSheetsTellsTheSecondKeyerNothingButTheOfficerSeesWhatIsUrgent() {
    UUID pad = pad(3);
    UUID batch = batch(pad, true);
    Actor one = keyer(batch);
    Actor two = keyer(batch);
    Map<String, List<String>> red = answers("0912000014");
    red.put("symptoms", List.of("true"));
    red.put("contact-patient", List.of("true"));
    keying.save(one, batch, typed(serial(pad, 3), red), world.now());
    save(one, batch, serial(pad, 1), "0912000015");

    assertThat(keying.next(two, batch, null)).map(Keying.Sheet::position).contains(1);
    assertThat(batches.sheets(officer, batch).stream().filter(SheetRow::urgent))
        .singleElement()
        .extracting(SheetRow::position)
        .isEqualTo(3);
  }

  @Test
  void theStationSeesWhatWasKeyedFromItsSheetThoughThePersonLivesElsewhere() {
    UUID pad = pad(1);
    UUID batch = batch(pad, false);
    String serial = serial(pad, 1);
    Unit other =
        units.children(world.province().id()).stream()
            .filter(unit -> unit.id() != world.commune().id())
            .findFirst()
            .orElseThrow();
    Map<String, List<String>> answers = answers("0912000016");
    answers.put("commune", List.of(units.path(other.id())));
    keying.save(keyer(batch), batch, typed(serial, answers), world.now());

    TakenSheet taken = stations.get(officer, serial);
    refused("declarations.refused.not-found", () -> declarations.get(officer, taken.declaration()));
    assertThat(taken.unit()).isEqualTo(other.id());
    assertThat(taken.reached()).isFalse();
    assertThat(stations.open(officer, serial, "CORRECT").responseJson()).contains("0912000016");
    Actor elsewhere = world.actor(Role.COMMUNE, new Scope.OfUnit(other.id()));
    refused("paper.refused.not-taken", () -> stations.get(elsewhere, serial));
    Actor owner = world.actor(Role.OWNER, new Scope.OfPlace(place.number()));
    refused("access.forbidden", () -> stations.open(owner, serial, "CORRECT"));
  }

  @Test
  void whatNobodyCanReadStaysEmptyWhereItMay() {
    UUID pad = pad(1);
    UUID batch = batch(pad, true);
    String serial = serial(pad, 1);
    Map<String, List<String>> first = answers("0912000017");
    first.put("email", List.of("hoa@example.vn"));
    Map<String, List<String>> second = answers("0912000018");
    second.put("email", List.of("hoa@exemple.vn"));
    keying.save(keyer(batch), batch, typed(serial, first), world.now());
    keying.save(keyer(batch), batch, typed(serial, second), world.now());
    assertThat(keying.differences(officer, batch, serial, world.now()).firstName())
        .isEqualToIgnoringCase("Lê Thị Giấy");

    Map<String, Keying.Choice> chosen = new HashMap<>();
    chosen.put("email", Keying.Choice.UNREADABLE);
    chosen.put("phone", Keying.Choice.UNREADABLE);
    Keying.Kept kept = keying.settle(officer, batch, serial, chosen, Map.of(), world.now());
    assertThat(kept.faults()).extracting(fault -> fault.linkId()).containsOnly("phone");
    chosen.put("phone", Keying.Choice.FIRST);
    kept = keying.settle(officer, batch, serial, chosen, Map.of(), world.now());

    assertThat(kept.state()).isEqualTo(SheetState.TAKEN);
    assertThat(stations.open(officer, serial, "CORRECT").responseJson())
        .contains("0912000017")
        .doesNotContain("hoa@");
  }

  @Test
  void whoAgreesTakesTheSheetWhateverTheCapitals() {
    UUID pad = pad(1);
    UUID batch = batch(pad, true);
    String serial = serial(pad, 1);
    save(keyer(batch), batch, serial, "0912000004");
    Map<String, List<String>> again = answers("0912 000 004");
    again.put("full-name", List.of("LÊ  THỊ   GIẤY"));

    Keying.Kept kept = keying.save(keyer(batch), batch, typed(serial, again), world.now());

    assertThat(kept.state()).isEqualTo(SheetState.TAKEN);
  }

  @Test
  void aKeyerSeesNoBatchButTheirOwnAndOnlyWhileItIsOpen() {
    UUID pad = pad(2);
    UUID batch = batch(pad, false);
    Actor keyer = keyer(batch);
    Actor stranger = keyer(batch(pad(1), false));
    String serial = serial(pad, 1);

    assertThat(keying.mine(keyer)).extracting(BatchRow::publicId).containsExactly(batch);
    refused("paper.refused.no-batch", () -> keying.look(stranger, batch, serial));
    refused("paper.refused.no-batch", () -> keying.batch(stranger, batch));
    refused("paper.refused.no-batch", () -> photos.show(stranger, batch, serial, world.now()));
    refused("access.forbidden", () -> batches.get(keyer, batch));
    refused("access.forbidden", () -> pads.get(keyer, pad));
    refused("paper.refused.serial", () -> keying.look(keyer, batch, serial(pad(1), 1)));
    batches.close(officer, batch, world.now());
    assertThat(keying.mine(keyer)).isEmpty();
    refused(
        "paper.refused.no-batch",
        () -> keying.save(keyer, batch, typed(serial, answers("0912000005")), world.now()));
    batches.reopen(officer, batch, world.now());
    batches.take(officer, batch, keyer.account(), world.now());
    refused("paper.refused.no-batch", () -> keying.look(keyer, batch, serial));
  }

  @Test
  void aPhotographIsSealedShownAndDestroyedOnceBothAgree() throws IOException {
    UUID pad = pad(2);
    UUID batch = batch(pad, true);
    Actor one = keyer(batch);
    String serial = serial(pad, 1);
    photos.attach(one, batch, serial, PhotoImageTests.picture("jpeg", 300, 200), world.now());

    assertThat(photos.show(one, batch, serial, world.now()).orElseThrow()).startsWith(0xFF, 0xD8);
    assertThat(keying.look(one, batch, serial).photo()).isTrue();
    save(one, batch, serial, "0912000006");
    save(keyer(batch), batch, serial, "0912000006");

    assertThat(photos.show(one, batch, serial, world.now())).isEmpty();
    assertThat(photos.history(one, batch, serial))
        .singleElement()
        .satisfies(note -> assertThat(note.reason()).isEqualTo("VERIFIED"))
        .satisfies(note -> assertThat(note.destroyedAt()).isNotNull());
    assertThat(
            jdbc.sql(
                    "select length(sealed) + length(wrapped_key) from paper.photo where serial = :s")
                .param("s", Long.parseLong(serial))
                .query(Integer.class)
                .single())
        .isZero();
  }

  @Test
  void whatNobodySettlesOrVerifiesGoesAtTheDeadline() throws IOException {
    UUID pad = pad(2);
    UUID batch = batch(pad, true);
    Actor one = keyer(batch);
    String serial = serial(pad, 1);
    photos.attach(one, batch, serial, PhotoImageTests.picture("png", 30, 20), world.now());
    save(one, batch, serial, "0912000007");

    housekeeping.destroyOld(world.now().plus(Duration.ofDays(8)));
    assertThat(photos.history(one, batch, serial).getFirst().reason()).isEqualTo("DEADLINE");
    assertThat(held(serial)).isEqualTo(1);
    housekeeping.destroyOld(world.now().plus(Duration.ofDays(15)));

    assertThat(held(serial)).isZero();
    assertThat(keying.look(one, batch, serial).round()).as("to be keyed anew").isEqualTo(1);
  }

  @Test
  void aVoidSheetIsNotKeyedUntilSomebodyTakesThatBack() {
    UUID pad = pad(2);
    UUID batch = batch(pad, false);
    Actor keyer = keyer(batch);
    String serial = serial(pad, 2);
    keying.declareVoid(keyer, batch, serial, VoidReason.ILLEGIBLE, world.now());

    refused(
        "paper.refused.void",
        () -> keying.save(keyer, batch, typed(serial, answers("0912000008")), world.now()));
    assertThat(keying.next(keyer, batch, null)).map(Keying.Sheet::position).contains(1);
    assertThat(pads.get(officer, pad).voided()).isEqualTo(1);
    pads.restore(officer, pad, serial, world.now());
    assertThat(save(keyer, batch, serial, "0912000008").state()).isEqualTo(SheetState.TAKEN);
  }

  @Test
  void minutesAreMeasuredFromTheTimeOnTheSheet() {
    UUID pad = pad(3);
    UUID batch = batch(pad, false);
    Actor keyer = keyer(batch);
    Instant now = yesterdayAt(15, 5);
    keying.save(keyer, batch, typed(serial(pad, 1), answers("0912000010")), now);
    Keying.Typed without =
        new Keying.Typed(UUID.randomUUID(), serial(pad, 2), answers("0912000011"), day(), "", 30);
    keying.save(keyer, batch, without, now.plusSeconds(60));

    var found = figures.of(officer, world.yesterday(), world.yesterday());

    PaperFigures.ByPlace here =
        found.byPlace().stream()
            .filter(one -> place.publicId().equals(one.placeId()))
            .findFirst()
            .orElseThrow();
    assertThat(here.minutes()).isEqualTo(new PaperFigures.Minutes(2, 1, 60, 60));
  }

  @Test
  void aPadIsPrintedWithItsLabelsAndSerials() throws IOException {
    UUID pad = pad(4);
    var out = new ByteArrayOutputStream();
    pads.write(officer, List.of(pad, pad(1)), out);

    try (var reader = new PdfReader(out.toByteArray())) {
      assertThat(reader.getNumberOfPages()).isEqualTo(3);
      String first = new PdfTextExtractor(reader).getTextFromPage(1);
      assertThat(first)
          .contains(Serial.parse(serial(pad, 1)).orElseThrow().shown())
          .contains(Serial.parse(serial(pad, 2)).orElseThrow().shown());
    }
    Actor elsewhere = world.actor(Role.OWNER, new Scope.OfPlace(1));
    refused("paper.refused.no-pad", () -> pads.get(elsewhere, pad));
  }

  @Test
  void aCommuneIsFoundByAFewLettersAndByItsFormerName() {
    LocalDate today = world.now().atZone(TestWorld.ZONE).toLocalDate();
    int thanhHoa = units.byCode("38", today).orElseThrow().id();

    List<CommuneSearch.Choice> found = communes.communes("dan luc", thanhHoa, today);

    assertThat(found.getFirst().former()).contains("Xã Dân Lực").contains("Triệu Sơn");
    assertThat(found.getFirst().path()).endsWith("Tỉnh Thanh Hóa".replace("Hóa", "Hoá"));
    assertThat(communes.communes("", thanhHoa, today)).isEmpty();
  }

  @Test
  void anOwnerGivesABatchToHelpersOnlyAndLearnsOfNobodyElse() {
    Actor owner = world.actor(Role.OWNER, new Scope.OfPlace(place.number()));
    UUID batch = batch(pad(1), false);
    String tracer = world.account(Role.COMMUNE, world.inCommune());
    String keeper = world.account(Role.KEEPER, new Scope.OfPlace(place.number()));
    refused("paper.refused.no-keyer", () -> batches.give(owner, batch, tracer, world.now()));
    refused("paper.refused.no-keyer", () -> batches.give(owner, batch, "khong-ai", world.now()));
    batches.give(owner, batch, keeper, world.now());
    batches.give(officer, batch, tracer, world.now());
    for (int guess = 0; guess < 7; guess++) {
      refused("paper.refused.no-keyer", () -> batches.give(owner, batch, "ai-do", world.now()));
    }
    refused("paper.refused.too-fast", () -> batches.give(owner, batch, keeper, world.now()));
  }

  private UUID pad(int sheets) {
    return pads.make(
            officer,
            new NewPads(List.of(place.publicId()), null, "residents", "vi", Layout.TWO, sheets),
            printed)
        .getFirst();
  }

  private UUID batch(UUID pad, boolean twice) {
    return batches.make(
        officer,
        new NewBatch(pad, "Lô thử", 1, 999, List.of(), twice, Settler.OFFICER),
        world.now());
  }

  private Actor keyer(UUID batch) {
    NewAccount made = batches.newKeyer(officer, batch, "Hoa Tình Nguyện", world.now());
    assertThat(made.username()).startsWith("nhap-");
    return new Actor(
        made.number(),
        "Hoa Tình Nguyện",
        Actor.Kind.STAFF,
        accounts.assignments(made.number()).stream().map(one -> one.grant()).toList());
  }

  private String serial(UUID pad, int position) {
    return pads.sheets(officer, pad).get(position - 1).serial();
  }

  private Keying.Kept save(Actor keyer, UUID batch, String serial, String phone) {
    return keying.save(keyer, batch, typed(serial, answers(phone)), world.now());
  }

  private Keying.Typed typed(String serial, Map<String, List<String>> answers) {
    return new Keying.Typed(UUID.randomUUID(), serial, answers, day(), "1405", 41);
  }

  private Keying.Typed written(String serial, String phone, String day, String time) {
    return new Keying.Typed(UUID.randomUUID(), serial, answers(phone), day, time, 41);
  }

  private String day() {
    LocalDate day = world.yesterday();
    return "%02d%02d".formatted(day.getDayOfMonth(), day.getMonthValue());
  }

  private Instant yesterdayAt(int hour, int minute) {
    return world.yesterday().atTime(LocalTime.of(hour, minute)).atZone(TestWorld.ZONE).toInstant();
  }

  private Map<String, List<String>> answers(String phone) {
    Map<String, List<String>> answers = new HashMap<>();
    answers.put("full-name", List.of("Lê Thị Giấy"));
    answers.put("birth-year", List.of("15031985"));
    answers.put("gender", List.of("female"));
    answers.put("nationality", List.of("1"));
    answers.put("province", List.of(units.path(world.province().id())));
    answers.put("commune", List.of(units.path(world.commune().id())));
    answers.put("address", List.of("Ấp 3"));
    answers.put("phone", List.of(phone));
    for (String no :
        List.of(
            "travel",
            "symptoms",
            "contact-patient",
            "contact-from-country",
            "contact-symptomatic")) {
      answers.put(no, List.of("false"));
    }
    return answers;
  }

  private List<DeclarationRow> declarations(String serial) {
    var filter = new DeclarationFilter(null, null, null, null, null, null, null, null, serial);
    return declarations.list(officer, filter, null, null, 10).rows();
  }

  private DeclarationRow declared(String serial) {
    return declarations(serial).getFirst();
  }

  /** Keyings of which something is still kept. */
  private int held(String serial) {
    return jdbc.sql("select count(*) from paper.entry where serial = :s and length(sealed) > 0")
        .param("s", Long.parseLong(serial))
        .query(Integer.class)
        .single();
  }

  private static void refused(String code, ThrowingCallable call) {
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(call)
        .extracting(Refusal::code)
        .isEqualTo(code);
  }
}
