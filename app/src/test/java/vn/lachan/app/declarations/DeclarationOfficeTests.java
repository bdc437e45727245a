package vn.lachan.app.declarations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.lachan.app.Browser;
import vn.lachan.app.ProgramTest;
import vn.lachan.app.TestWorld;
import vn.lachan.app.access.Actor;
import vn.lachan.app.access.Grant;
import vn.lachan.app.access.Role;
import vn.lachan.app.access.Scope;
import vn.lachan.app.access.Tokens;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.app.people.Purpose;
import vn.lachan.app.places.PlaceCard;
import vn.lachan.app.tracing.Itineraries;
import vn.lachan.app.tracing.ItineraryVisitor;
import vn.lachan.app.tracing.NewItinerary;
import vn.lachan.app.units.Lineage;
import vn.lachan.app.units.Unit;
import vn.lachan.app.units.Units;
import vn.lachan.engine.form.FormReading;
import vn.lachan.engine.form.Forms;
import vn.lachan.engine.form.Questionnaire;

/** What officers keep beside declarations: areas, places in words, rides, rules, answers. */
@ProgramTest
class DeclarationOfficeTests {
  private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");

  @LocalServerPort private int port;
  @Autowired private BeanFactory program;
  @Autowired private Units units;
  @Autowired private Declarations declarations;
  @Autowired private DeclarationOffice office;
  @Autowired private ListedAreas areas;
  @Autowired private DeclaredPlaces declared;
  @Autowired private Journeys journeys;
  @Autowired private WarningRuleOffice rules;
  @Autowired private Itineraries itineraries;
  @Autowired private Tokens tokens;

  private TestWorld world;
  private PlaceCard place;
  private Actor tracer;
  private Actor commune;
  private LocalDate today;

  @BeforeEach
  void create() {
    world = TestWorld.in(program);
    place = world.place();
    tracer = world.actor(Role.TRACER, new Scope.OfUnit(world.province().id()));
    commune = world.actor(Role.COMMUNE, world.inCommune());
    today = LocalDate.ofInstant(world.now(), TestWorld.ZONE);
  }

  @Test
  void whoLivesInOrWasInAListedAreaIsWarnedWhileItIsListed() {
    assertThat(declare("residents", Map.of()).level()).isEqualTo(Level.GREEN);
    NewArea home = area(world.commune().id(), null, today);
    refused("access.forbidden", () -> areas.enter(commune, home, world.now()));
    UUID entered = areas.enter(tracer, home, world.now());

    assertThat(declare("residents", Map.of()).warnings()).containsExactly("listed-area");
    assertThat(declare("residents", Map.of("symptoms", "true")).level()).isEqualTo(Level.RED);
    areas.withdraw(tracer, entered, "Nhập nhầm xã", world.now());
    assertThat(declare("residents", Map.of()).level()).isEqualTo(Level.GREEN);

    Map<String, String> market =
        Map.of("travel", "true", "travel-places", "Chợ đầu mối Bình Điền 7; Lào");
    UUID named =
        areas.enter(tracer, area(null, "chợ đầu mối Bình Điền 7", today.minusDays(3)), world.now());
    assertThat(declare("residents", market).level()).isEqualTo(Level.YELLOW);
    areas.end(tracer, named, today.minusDays(2), world.now());
    assertThat(declare("residents", market).level()).as("within 14 days").isEqualTo(Level.YELLOW);
    areas.withdraw(tracer, named, "Hết thử", world.now());

    Instant from = world.now().minus(Duration.ofHours(20));
    publish(from);
    assertThat(visited("x", place.code().shown(), from).level()).isEqualTo(Level.YELLOW);
    assertThat(visited("x", place.code().shown(), from.minus(Duration.ofDays(2))).level())
        .isEqualTo(Level.GREEN);
  }

  @Test
  void whatIsTypedStaysWhereADayIsNone() {
    Browser browser =
        Browser.signedIn(
            port,
            world.account(Role.TRACER, new Scope.OfUnit(world.province().id())),
            TestWorld.PASSWORD);
    Map<String, String> hidden = Browser.hiddenFields(browser.get("/declarations/areas").body());
    String area =
        browser
            .post(
                "/declarations/areas",
                hidden,
                "name",
                "Lào",
                "from",
                "2026-02-31",
                "document",
                "QĐ 77")
            .body();
    assertThat(area).contains("id=\"from-error\"", "value=\"Lào\"", "value=\"QĐ 77\"");
    String rules =
        browser
            .post(
                "/declarations/rules/covid-19-declarations/preview",
                hidden,
                "from",
                "",
                "documentVi",
                "QĐ 78",
                "level.symptom",
                "ORANGE",
                "vi.symptom",
                "Lời thử")
            .body();
    assertThat(rules)
        .contains("id=\"from-error\"", "value=\"QĐ 78\"", "value=\"Lời thử\"")
        .contains("value=\"ORANGE\" selected");
    for (String page : List.of("/paper/figures", "/declarations/figures", "/declarations")) {
      HttpResponse<String> wrong = browser.get(page + "?from=2026-05-02&to=2026-05-01");
      assertThat(wrong.statusCode()).as(page).isEqualTo(422);
      assertThat(wrong.body()).contains("id=\"to-error\"", "value=\"2026-05-02\"");
    }
  }

  @Test
  void aPlaceInWordsIsSettledWithOneClickAndListedWithItsWindow() {
    Instant from = world.now().minus(Duration.ofHours(20));
    String words = "quán " + UUID.randomUUID().toString().substring(0, 8) + " cạnh bến phà";
    visited(words, null, from);
    visited(words.toUpperCase(VIETNAMESE), null, from);
    UnsettledPlace found = unsettled(words);
    assertThat(found.persons()).isEqualTo(2);
    UUID window = publish(from);
    assertThat(itineraries.visitors(tracer, window, null, 50).page().rows()).isEmpty();

    assertThat(declared.settle(commune, found.words(), place.publicId(), world.now())).isEqualTo(2);

    assertThat(itineraries.visitors(tracer, window, null, 50).page().rows())
        .extracting(ItineraryVisitor::evidence)
        .containsOnly(ItineraryVisitor.Evidence.DECLARED)
        .hasSize(2);
    assertThat(declared.settled(commune, 10))
        .extracting(UnsettledPlace::words)
        .contains(found.words());
    refused(
        "declarations.refused.settled",
        () -> declared.settle(commune, found.words(), place.publicId(), world.now()));
    declared.unsettle(commune, found.words(), place.publicId());
    assertThat(unsettled(words).words()).isEqualTo(found.words());
  }

  @Test
  void whoSharedAVehicleIsFoundNearestRowsFirst() {
    String flight = "VN" + (1000 + Math.floorMod(System.nanoTime(), 8999L));
    UUID own = ride(flight, "12A").publicId();
    ride(flight.toLowerCase(Locale.ROOT) + " ", "14 c");
    ride("VN0" + flight.substring(2), "30F");
    ride(flight, "");
    assertThat(journeys.on(tracer, flight, today, "13A", world.now()).rows())
        .extracting(Companions.Companion::rowsApart)
        .containsExactly(1, 1, 17, null);
    assertThat(journeys.beside(tracer, own).orElseThrow().rows())
        .extracting(Companions.Companion::seat)
        .containsExactly("14C", "30F", null);
    assertThat(journeys.on(tracer, flight, today.minusDays(1), null, world.now()).rows()).isEmpty();
    refused(
        "declarations.refused.vehicle", () -> journeys.on(tracer, "xe", today, "", world.now()));
  }

  @Test
  void rulesChangeFromADayOnAreTriedBeforeAndTakenBackAfter() {
    declare("residents", Map.of("symptoms", "true"));
    RuleChange begun = rules.begin(tracer, "covid-19-declarations", world.now());
    Map<String, RuleChange.Edit> edits = new HashMap<>(begun.edits());
    edits.put("symptom", new RuleChange.Edit(Level.RED, "Sốt: báo ngay", "Fever: tell at once"));
    RuleChange change = changed(begun, today, edits, null);
    refused("access.forbidden", () -> rules.change(commune, change, world.now()));
    refused(
        "declarations.refused.rules-from",
        () -> rules.change(tracer, changed(begun, today.minusDays(1), edits, null), world.now()));
    refused(
        "declarations.refused.rules-json",
        () -> rules.change(tracer, changed(begun, today, edits, "{\"rules\":3"), world.now()));
    refused(
        "declarations.refused.rules-json",
        () ->
            rules.change(
                tracer,
                changed(
                    begun,
                    today,
                    edits,
                    rules.json(tracer, change, world.now()).replace("\"symptoms\"", "\"no-such\"")),
                world.now()));
    RulePreview preview = rules.preview(tracer, change, world.now());
    assertThat(preview.moves()).contains(move(preview, Level.YELLOW, Level.RED));

    UUID version = rules.change(tracer, change, world.now());
    try {
      assertThat(declare("residents", Map.of("symptoms", "true")).level()).isEqualTo(Level.RED);
      RuleSetView inForce = rules.sets(tracer, VIETNAMESE, world.now()).getFirst();
      assertThat(inForce.publicId()).isEqualTo(version);
      assertThat(inForce.rules()).extracting(RuleSetView.Rule::text).contains("Sốt: báo ngay");
      assertThat(declarations.form("residents", today).warningsJson()).contains("Sốt: báo ngay");
    } finally {
      rules.withdraw(tracer, version, "Thử xong", world.now());
    }
    assertThat(declare("residents", Map.of("symptoms", "true")).level()).isEqualTo(Level.YELLOW);
  }

  @Test
  void aCommuneByItsFormerNameIsWhatItIsToday() {
    Unit former = former(world.commune());
    Submitted submitted =
        declare(
            "residents", Map.of("commune", former.fullName(), "province", world.province().name()));
    assertThat(office.get(tracer, submitted.publicId()).unit()).isEqualTo(world.commune().id());
    assertThat(new Browser(port).get("/api/v1/units/former?q=" + former.code()).body())
        .contains(world.commune().fullName());
  }

  @Test
  void answersGoOutMaskedUnlessIdentityMayBeOpened() {
    UUID id = declare("residents", Map.of("symptoms", "true")).publicId();
    var filter =
        new DeclarationFilter(
            "residents", null, null, place.publicId(), null, null, null, null, null);
    AnswerSheet open =
        office.exportAnswers(commune, filter, null, Purpose.FOLLOW_UP.name(), VIETNAMESE);
    assertThat(open.lines().getFirst().answers())
        .containsEntry("symptoms", "Có")
        .containsEntry("address", "Ấp 1");
    refused(
        "declarations.refused.export-form",
        () ->
            office.exportAnswers(
                commune, DeclarationFilter.all(), null, Purpose.FOLLOW_UP.name(), VIETNAMESE));
    Actor province = world.actor(Role.PROVINCE, new Scope.OfUnit(world.province().id()));
    refused(
        "access.forbidden",
        () -> office.exportAnswers(province, filter, null, Purpose.FOLLOW_UP.name(), VIETNAMESE));
    String token =
        tokens
            .create(
                Actor.program(),
                "FHIR",
                new Grant(Role.COMMUNE, new Scope.OfUnit(world.commune().id())),
                world.now().plus(Duration.ofDays(1)),
                world.now())
            .token();
    HttpResponse<String> fhir =
        new Browser(port)
            .post(
                "/api/v1/declarations/" + id + "/response",
                "{\"purpose\":\"FOLLOW_UP\"}",
                List.of(
                    "Content-Type",
                    "application/json",
                    "Authorization",
                    "Bearer " + token,
                    "Accept",
                    "*/*"));
    assertThat(fhir.statusCode()).as(fhir.body()).isEqualTo(200);
    assertThat(fhir.body()).contains("QuestionnaireResponse").contains(id.toString());
  }

  @Test
  void aPageBegunUnderAnEarlierVersionKeepsWhatWasWrittenAndSaysSo() {
    var resident = new Browser(port);
    Map<String, String> hidden =
        new HashMap<>(
            Browser.hiddenFields(resident.get("/declarations/new?form=residents").body()));
    hidden.put("version", "1");
    String page =
        resident
            .post("/declarations/new", hidden, "q.full-name", "Lê Văn Giữ", "q.district", "X")
            .body();
    assertThat(page).contains("vừa được thay bằng bản mới").contains("value=\"Lê Văn Giữ\"");
  }

  private Submitted declare(String form, Map<String, String> answers) {
    Map<String, String> all = new LinkedHashMap<>(answers(form));
    all.putAll(answers);
    Map<String, List<String>> fields = new HashMap<>();
    all.forEach((name, value) -> fields.put(name, value.isEmpty() ? List.of() : List.of(value)));
    FormView view = declarations.form(form, today);
    if (!(Forms.read(view.questionnaireJson())
        instanceof FormReading.Accepted<Questionnaire>(Questionnaire questionnaire))) {
      throw new AssertionError(form);
    }
    return declarations.submit(
        null,
        new NewDeclaration(
            UUID.randomUUID(),
            world.person("Lê Thị Khai", TestWorld.phone()),
            form,
            view.version(),
            Forms.write(Forms.fill(questionnaire, fields, moment(world.now())).response()),
            DeclarationWay.OWN,
            place.number(),
            null,
            world.now(),
            null,
            0,
            null),
        world.now());
  }

  private Map<String, String> answers(String form) {
    Map<String, String> answers = new LinkedHashMap<>();
    answers.put("full-name", "LÊ THỊ KHAI");
    answers.put("birth-year", "1980");
    answers.put("gender", "female");
    answers.put("nationality", "VN");
    answers.put("province", world.province().fullName());
    answers.put("commune", units.path(world.commune().id()));
    answers.put("address", "Ấp 1");
    answers.put("phone", TestWorld.phone());
    answers.put("symptoms", "false");
    if (!form.equals("places-visited")) {
      answers.put("travel", "false");
      for (String asked : List.of("patient", "from-country", "symptomatic")) {
        answers.put("contact-" + asked, "false");
      }
    }
    return answers;
  }

  private Submitted visited(String words, @Nullable String code, Instant from) {
    Map<String, String> stay = new HashMap<>();
    stay.put("stay-place#0", words);
    stay.put("stay-place-code#0", code == null ? "" : code);
    stay.put("stay-from#0", moment(from.plusSeconds(600)));
    stay.put("stay-to#0", moment(from.plusSeconds(1200)));
    return declare("places-visited", stay);
  }

  private Submitted ride(String vehicle, String seat) {
    return declare(
        "domestic-travel",
        Map.of(
            "vehicle",
            "airplane",
            "vehicle-number",
            vehicle,
            "seat",
            seat,
            "departure-date",
            today.toString(),
            "origin-province",
            "Thành phố Hà Nội",
            "origin-commune",
            "Phường Hoàn Kiếm",
            "destination-province",
            world.province().fullName(),
            "destination-commune",
            units.path(world.commune().id())));
  }

  private UUID publish(Instant from) {
    return itineraries.publish(
        tracer,
        new NewItinerary(
            place.publicId(), from, from.plus(Duration.ofHours(2)), "Gọi trạm y tế.", null),
        world.now());
  }

  private UnsettledPlace unsettled(String words) {
    return declared.unsettled(commune, null, 500, world.now()).rows().stream()
        .filter(one -> one.text().equalsIgnoreCase(words))
        .findFirst()
        .orElseThrow();
  }

  /** A commune of before that went wholly into this one and whose name is none of today's. */
  private Unit former(Unit today) {
    return units.predecessors(today.id()).stream()
        .filter(step -> step.extent() == Lineage.Extent.FULL)
        .flatMap(step -> units.find(step.oldId()).stream())
        .filter(
            old ->
                units.search(old.fullName(), this.today, world.province().id(), 5).stream()
                    .noneMatch(found -> found.name().equals(old.name())))
        .findFirst()
        .orElseThrow();
  }

  private static RulePreview.Move move(RulePreview preview, Level from, Level to) {
    return preview.moves().stream()
        .filter(one -> one.from() == from && one.to() == to)
        .findFirst()
        .orElseThrow();
  }

  private static RuleChange changed(
      RuleChange begun, LocalDate from, Map<String, RuleChange.Edit> edits, @Nullable String json) {
    return new RuleChange(
        begun.code(), from, begun.documentVi(), begun.documentEn(), true, edits, json);
  }

  private static NewArea area(@Nullable Integer unit, @Nullable String name, LocalDate from) {
    return new NewArea(unit, name, ListedArea.Kind.OUTBREAK, from, null, "QĐ 1/QĐ-UBND", false);
  }

  private static String moment(Instant at) {
    return at.truncatedTo(ChronoUnit.SECONDS)
        .atOffset(ZoneOffset.ofHours(7))
        .format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
  }

  private static void refused(String code, ThrowingCallable act) {
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(act)
        .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(code));
  }
}
