package vn.lachan.app.declarations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lachan.app.Browser;
import vn.lachan.app.ProgramTest;
import vn.lachan.app.TestWorld;
import vn.lachan.app.access.Actor;
import vn.lachan.app.access.Grant;
import vn.lachan.app.access.Role;
import vn.lachan.app.access.Scope;
import vn.lachan.app.access.Tokens;
import vn.lachan.app.casework.Cases;
import vn.lachan.app.casework.FollowUp;
import vn.lachan.app.casework.TaskFilter;
import vn.lachan.app.casework.TaskKind;
import vn.lachan.app.casework.TaskRow;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.app.people.DestructionReason;
import vn.lachan.app.people.People;
import vn.lachan.app.people.Purpose;
import vn.lachan.app.places.PlaceCard;
import vn.lachan.app.program.JobState;
import vn.lachan.app.program.JobStep;
import vn.lachan.app.tracing.Itineraries;
import vn.lachan.app.tracing.ItineraryVisitor;
import vn.lachan.app.tracing.NewItinerary;
import vn.lachan.app.units.Unit;
import vn.lachan.app.units.Units;

/** Declaring, what follows, who finds it, and how it ends. */
@ProgramTest
class DeclarationTests {
  @LocalServerPort private int port;
  @Autowired private BeanFactory program;
  @Autowired private Units units;
  @Autowired private People people;
  @Autowired private Declarations declarations;
  @Autowired private DeclarationOffice office;
  @Autowired private Cases cases;
  @Autowired private Itineraries itineraries;
  @Autowired private Tokens tokens;
  @Autowired private JdbcClient jdbc;
  @Autowired private RetentionWork retention;
  @Autowired private RetentionTable retentionTable;

  private TestWorld world;
  private PlaceCard place;
  private Actor officer;
  private String phone;

  @BeforeEach
  void create() {
    world = TestWorld.in(program);
    place = world.place();
    officer = world.actor(Role.COMMUNE, world.inCommune());
    phone = TestWorld.phone();
  }

  @Test
  void aRedDeclarationAtAPlaceIsATaskOfTheCommuneAtOnce() {
    var resident = new Browser(port);
    assertThat(resident.get("/d/" + place.code().symbols()).body())
        .contains("/declarations/new?place=");

    HttpResponse<String> wrong = send(resident, "q.symptoms", "true", "q.full-name", "Trần Văn Đỏ");

    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(wrong.body()).contains("value=\"Trần Văn Đỏ\"").contains("Chưa trả lời câu này.");
    assertThat(errors(wrong.body())).as("each question of groups left out too").isEqualTo(11);

    HttpResponse<String> sent = send(resident, ill(true));

    assertThat(sent.statusCode()).as(sent.body()).isEqualTo(302);
    String advice = resident.get(location(sent)).body();
    assertThat(advice).contains("Đỏ").contains("115").doesNotContain("Đã tiếp xúc");
    assertThat(new Browser(port).get(location(sent)).body()).doesNotContain("115");
    TaskRow task = warning(officer);
    assertThat(task.who().name()).startsWith("TRẦN");
    Browser commune =
        Browser.signedIn(port, world.account(Role.COMMUNE, world.inCommune()), TestWorld.PASSWORD);
    assertThat(commune.get("/").body()).contains("Khai báo cần gọi");
    assertThat(commune.get("/casework/tasks?kind=WARNING&task=" + task.number()).body())
        .contains("/declarations/" + task.declaration());
    UUID red = Objects.requireNonNull(task.declaration());
    assertThat(office.call(officer, red).orElseThrow().finished()).isFalse();
    cases.followUp(officer, List.of(task.number()), FollowUp.REACHED, world.now());
    assertThat(office.call(officer, red).orElseThrow().finished()).isTrue();
    assertThat(commune.get("/declarations/" + red).body()).contains("Việc gọi của trạm y tế");
    assertThat(warnings(officer)).isEmpty();
  }

  /** Of another commune it is that one's; of another province, or from abroad, of who is here. */
  @Test
  void whoeverIsRedSomebodyHereHasToCall() {
    Unit other =
        units.children(world.province().id()).stream()
            .filter(unit -> unit.id() != world.commune().id())
            .findFirst()
            .orElseThrow();
    Actor neighbour = world.actor(Role.COMMUNE, new Scope.OfUnit(other.id()));

    red(world.province().fullName(), units.path(other.id()));
    assertThat(warnings(neighbour)).hasSize(1);
    assertThat(warnings(officer)).isEmpty();
    red("Thành phố Hà Nội", "Phường Hoàn Kiếm");
    cases.call(officer, warning(officer).number());
    red("Viêng Chăn", "Sikhottabong");
    cases.call(officer, warning(officer).number());
  }

  @Test
  void theSameBrowserBeginsWithItsAnswersAndNobodyElseDoes() {
    var resident = new Browser(port);
    HttpResponse<String> sent = send(resident, ill(false));
    assertThat(sent.statusCode()).as(sent.body()).isEqualTo(302);

    String again = resident.get("/declarations/new?form=residents").body();

    assertThat(again)
        .contains("Không có gì thay đổi")
        .doesNotContain(phone)
        .doesNotContain("Văn Đỏ");
    HttpResponse<String> same =
        resident.post("/declarations/new", Browser.hiddenFields(again), "same", "true");
    assertThat(same.statusCode()).as(same.body()).isEqualTo(302);
    var stranger = new Browser(port);
    assertThat(stranger.get("/declarations/new?form=residents").body())
        .doesNotContain("Không có gì thay đổi");
    send(stranger, ill(false));
    assertThat(rows(officer)).hasSize(3);
    assertThat(rows(officer).stream().map(row -> row.who().publicId()).distinct()).hasSize(1);
  }

  @Test
  void aHostileNameIsSaidInWordsAndNothingIsKept() {
    for (String name :
        List.of("<img src=x onerror=alert(1)>", "Trần \u202ethịB", "Lê ".repeat(3_400))) {
      String[] fields = ill(false);
      fields[List.of(fields).indexOf("q.full-name") + 1] = name;
      HttpResponse<String> answer = send(new Browser(port), fields);
      assertThat(answer.statusCode()).isBetween(400, 499);
      assertThat(answer.body()).contains("q-full-name-error").doesNotContain("<img");
    }
    assertThat(rows(officer)).isEmpty();
  }

  @Test
  void aKeyIsTakenOnceAndOpeningIsAnAct() {
    long person = world.person("Lê Thị Khóa", phone);
    NewDeclaration declaration = declaration(person, response("false", "false"), world.now());
    Submitted first = declarations.submit(officer, declaration, world.now());
    Submitted second = declarations.submit(officer, declaration, world.now());
    assertThat(second.repeated()).isTrue();
    assertThat(second.publicId()).isEqualTo(first.publicId());
    Actor another = world.actor(Role.COMMUNE, world.inCommune());
    refused(
        "declarations.refused.key", () -> declarations.submit(another, declaration, world.now()));
    assertThat(first.level()).isEqualTo(Level.GREEN);
    assertThat(declarations.states(List.of(person), world.now()).values())
        .extracting(DeclaredState::level)
        .containsExactly(Level.GREEN);
    Actor elsewhere =
        world.actor(
            Role.COMMUNE, new Scope.OfUnit(units.children(world.province().id()).get(8).id()));
    refused("declarations.refused.not-found", () -> office.get(elsewhere, first.publicId()));
    refused("people.refused.purpose", () -> office.open(officer, first.publicId(), " "));
    assertThat(office.open(officer, first.publicId(), Purpose.FOLLOW_UP.name()).responseJson())
        .contains("full-name");
    assertThat(
            jdbc.sql(
                    "select count(*) from audit.entry where kind = 'declarations.open' and query = :id")
                .param("id", first.publicId().toString())
                .query(Integer.class)
                .single())
        .isEqualTo(1);

    people.destroy(officer, person, DestructionReason.REQUESTED, null, world.now());

    refused(
        "declarations.refused.destroyed",
        () -> office.open(officer, first.publicId(), Purpose.FOLLOW_UP.name()));
    assertThat(declarations.latest(person, "residents")).isEmpty();
  }

  @Test
  void figuresCountWhatTheListHolds() {
    long person = world.person("Lê Thị Đếm", phone);
    LocalDate today = LocalDate.ofInstant(world.now(), TestWorld.ZONE);
    var asked = new DeclarationFigures.Asked(today.minusDays(3), today, null, world.commune().id());
    long before = office.figures(officer, asked).sum().of(Level.YELLOW);
    declarations.submit(
        null, declaration(person, response("true", "false"), world.now()), world.now());
    assertThat(office.figures(officer, asked).sum().of(Level.YELLOW)).isEqualTo(before + 1);
    var filter =
        new DeclarationFilter(
            "residents",
            Level.YELLOW,
            world.commune().id(),
            place.publicId(),
            today,
            today,
            DeclarationWay.API,
            "symptom",
            null);
    assertThat(office.list(officer, filter, phone, null, 10).rows()).hasSize(1);
    assertThat(office.export(officer, filter, null, Purpose.FOLLOW_UP.name())).hasSize(1);
  }

  @Test
  void whoeverDeclaredAPlaceIsListedWithItsItinerary() {
    Instant from = world.now().minus(Duration.ofHours(30));
    Instant to = from.plus(Duration.ofHours(2));
    long sure = world.person("Lê Thị Chắc", TestWorld.phone());
    long likely = world.person("Lê Thị Ngờ", TestWorld.phone());
    visited(sure, "Một quán", place.code().shown(), from.plusSeconds(600));
    visited(likely, "gần " + place.name() + ", cạnh chợ", null, from.plusSeconds(600));
    Actor tracer = world.actor(Role.TRACER, world.inCommune());
    UUID id =
        itineraries.publish(
            tracer,
            new NewItinerary(place.publicId(), from, to, "Gọi trạm y tế.", null),
            world.now());

    assertThat(itineraries.visitors(tracer, id, null, 50).page().rows())
        .extracting(ItineraryVisitor::evidence)
        .containsExactlyInAnyOrder(
            ItineraryVisitor.Evidence.DECLARED, ItineraryVisitor.Evidence.POSSIBLE);
  }

  @Test
  void oldDeclarationsAreDroppedButThoseOfOpenWork() {
    long gone = world.person("Lê Thị Cũ", TestWorld.phone());
    long kept = world.person("Lê Thị Giữ", TestWorld.phone());
    Instant old = world.now().minus(Duration.ofDays(89));
    declarations.submit(null, declaration(gone, response("false", "false"), old), old);
    declarations.submit(null, declaration(kept, response("true", "true"), old), old);
    LocalDate before = LocalDate.ofInstant(world.now(), TestWorld.ZONE).minusDays(80);
    long run = retentionTable.begin(before, world.now());
    String position = "";
    JobStep step;
    do {
      step = retention.step(new JobState(UUID.randomUUID(), before + " " + run, position, 0, 0, 0));
      position = step.position();
    } while (!step.finished());
    assertThat(declarations.latest(gone, "residents")).isEmpty();
    assertThat(declarations.latest(kept, "residents")).isPresent();
  }

  @Test
  void otherProgramsGetEveryFaultWithItsPath() {
    String token =
        tokens
            .create(
                Actor.program(),
                "Khai báo",
                new Grant(Role.COMMUNE, new Scope.OfUnit(world.commune().id())),
                world.now().plus(Duration.ofDays(1)),
                world.now())
            .token();
    String right = response("false", "false");
    HttpResponse<String> wrong =
        api(
            token,
            "{\"key\":\""
                + UUID.randomUUID()
                + "\",\"response\":"
                + right.replace("\"valueInteger\":1980", "\"valueInteger\":80")
                + "}");
    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(wrong.body())
        .contains("declarations.refused.answers")
        .contains("QuestionnaireResponse.item[")
        .contains("birth-year");
    String body = "{\"key\":\"" + UUID.randomUUID() + "\",\"response\":" + right + "}";
    HttpResponse<String> first = api(token, body);
    assertThat(first.statusCode()).as(first.body()).isEqualTo(201);
    assertThat(api(token, body).statusCode()).isEqualTo(200);
  }

  private HttpResponse<String> api(String token, String body) {
    return new Browser(port)
        .post(
            "/api/v1/declarations",
            body,
            List.of(
                "Content-Type",
                "application/json",
                "Authorization",
                "Bearer " + token,
                "Accept",
                "*/*"));
  }

  @Test
  void whoeverHoldsACardClearsNoWarningOfItsOwner() {
    long person = world.person("TRẦN VĂN ĐỎ", phone);
    Instant before = world.now().minusSeconds(600);
    declarations.submit(
        null, declaration(person, response("true", "true"), before).byProof(), world.now());
    TaskRow task = warning(officer);

    declarations.submit(
        null, declaration(person, response("false", "false"), before.plusSeconds(60)), world.now());
    assertThat(calls(person)).as("somebody else's word").isTrue();
    assertThat(warnings(officer)).extracting(TaskRow::number).containsExactly(task.number());

    declarations.submit(
        null,
        declaration(person, response("false", "false"), before.plusSeconds(120)).byProof(),
        world.now());
    assertThat(calls(person)).as("their own word").isFalse();
    assertThat(warnings(officer)).as("only the station ends its call").hasSize(1);
  }

  private boolean calls(long person) {
    return Objects.requireNonNull(declarations.states(List.of(person), world.now()).get(person))
        .calls();
  }

  private NewDeclaration declaration(long person, String response, Instant at) {
    return new NewDeclaration(
        UUID.randomUUID(),
        person,
        "residents",
        "2",
        response,
        DeclarationWay.API,
        place.number(),
        null,
        at,
        null,
        0,
        null);
  }

  private void visited(long person, String name, @Nullable String code, Instant at) {
    List<String> stay = new ArrayList<>();
    stay.add("{\"linkId\":\"stay-place\",\"answer\":[{\"valueString\":\"" + name + "\"}]}");
    if (code != null) {
      stay.add("{\"linkId\":\"stay-place-code\",\"answer\":[{\"valueString\":\"" + code + "\"}]}");
    }
    String time = at.truncatedTo(ChronoUnit.SECONDS).atOffset(ZoneOffset.UTC).toString();
    String full = time.matches(".*T\\d\\d:\\d\\dZ") ? time.replace("Z", ":00Z") : time;
    stay.add("{\"linkId\":\"stay-from\",\"answer\":[{\"valueDateTime\":\"" + full + "\"}]}");
    stay.add("{\"linkId\":\"stay-to\",\"answer\":[{\"valueDateTime\":\"" + full + "\"}]}");
    String response =
        "{\"resourceType\":\"QuestionnaireResponse\",\"questionnaire\":\"urn:lachan:questionnaire:places-visited|2\",\"status\":\"completed\",\"item\":["
            + "{\"linkId\":\"person\",\"item\":["
            + who().replaceAll(",?\\{\"linkId\":\"nationality\".*?\\]\\}", "")
            + "]},{\"linkId\":\"stays\",\"item\":["
            + String.join(",", stay)
            + "]},{\"linkId\":\"symptoms\",\"answer\":[{\"valueBoolean\":false}]}]}";
    declarations.submit(
        null,
        new NewDeclaration(
            UUID.randomUUID(),
            person,
            "places-visited",
            "2",
            response,
            DeclarationWay.OWN,
            null,
            null,
            world.now(),
            null,
            0,
            null),
        world.now());
  }

  private String response(String symptoms, String met) {
    return "{\"resourceType\":\"QuestionnaireResponse\",\"questionnaire\":\"urn:lachan:questionnaire:residents-declaration|2\",\"status\":\"completed\",\"item\":[{\"linkId\":\"person\",\"item\":["
        + who()
        + "]},{\"linkId\":\"travel\",\"answer\":[{\"valueBoolean\":false}]},{\"linkId\":\"symptoms\",\"answer\":[{\"valueBoolean\":"
        + symptoms
        + "}]},{\"linkId\":\"contact\",\"item\":[{\"linkId\":\"contact-patient\",\"answer\":[{\"valueBoolean\":"
        + met
        + "}]},{\"linkId\":\"contact-from-country\",\"answer\":[{\"valueBoolean\":false}]},{\"linkId\":\"contact-symptomatic\",\"answer\":[{\"valueBoolean\":false}]}]}]}";
  }

  private String who() {
    return "{\"linkId\":\"full-name\",\"answer\":[{\"valueString\":\"TRẦN VĂN ĐỎ\"}]},"
        + "{\"linkId\":\"birth-year\",\"answer\":[{\"valueInteger\":1980}]},"
        + "{\"linkId\":\"gender\",\"answer\":[{\"valueCoding\":{\"system\":\"urn:lachan:gender\",\"code\":\"male\"}}]},"
        + "{\"linkId\":\"nationality\",\"answer\":[{\"valueCoding\":{\"system\":\"urn:iso:std:iso:3166\",\"code\":\"VN\"}}]},"
        + text("province", world.province().fullName())
        + ","
        + text("commune", world.commune().fullName())
        + ","
        + text("address", "Ấp 1")
        + ","
        + text("phone", phone);
  }

  private static String text(String linkId, String value) {
    return "{\"linkId\":\"" + linkId + "\",\"answer\":[{\"valueString\":\"" + value + "\"}]}";
  }

  private String[] ill(boolean met) {
    return new String[] {
      "q.full-name",
      "TRẦN VĂN ĐỎ",
      "q.birth-year",
      "1980",
      "q.gender",
      "male",
      "q.nationality",
      "VN",
      "q.province",
      world.province().fullName(),
      "q.commune",
      world.commune().fullName(),
      "q.address",
      "Ấp 1",
      "q.phone",
      phone,
      "q.travel",
      "false",
      "q.symptoms",
      Boolean.toString(met),
      "q.contact-patient",
      Boolean.toString(met),
      "q.contact-from-country",
      "false",
      "q.contact-symptomatic",
      "false"
    };
  }

  private void red(String province, String commune) {
    phone = TestWorld.phone();
    List<String> fields = new ArrayList<>(List.of(ill(true)));
    fields.set(fields.indexOf("q.province") + 1, province);
    fields.set(fields.indexOf("q.commune") + 1, commune);
    HttpResponse<String> sent = send(new Browser(port), fields.toArray(String[]::new));
    assertThat(sent.statusCode()).as(sent.body()).isEqualTo(302);
  }

  private HttpResponse<String> send(Browser resident, String... fields) {
    String page = "/declarations/new?form=residents&other=true&place=" + place.code().symbols();
    Map<String, String> hidden = Browser.hiddenFields(resident.get(page).body());
    return resident.post("/declarations/new", hidden, fields);
  }

  private List<DeclarationRow> rows(Actor actor) {
    var filter =
        new DeclarationFilter(null, null, null, place.publicId(), null, null, null, null, null);
    List<DeclarationRow> here = office.list(actor, filter, null, null, 50).rows();
    List<DeclarationRow> all = office.list(actor, DeclarationFilter.all(), phone, null, 50).rows();
    assertThat(all).hasSizeGreaterThanOrEqualTo(here.size());
    return all;
  }

  private List<TaskRow> warnings(Actor actor) {
    var filter = new TaskFilter(null, null, false, null, false, TaskKind.WARNING);
    return cases.tasks(actor, filter, null, 500, world.now()).rows().stream()
        .filter(task -> phoneOf(task))
        .toList();
  }

  private TaskRow warning(Actor actor) {
    return warnings(actor).getFirst();
  }

  private boolean phoneOf(TaskRow task) {
    return String.valueOf(task.who().phone()).endsWith(phone.substring(6));
  }

  private static int errors(String page) {
    return page.split("class=\"error\"", -1).length - 1;
  }

  private static String location(HttpResponse<String> answer) {
    return answer.headers().firstValue("Location").orElseThrow();
  }

  private static void refused(String code, ThrowingCallable act) {
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(act)
        .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(code));
  }
}
