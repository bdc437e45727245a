package vn.lachan.app.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lachan.app.Browser;
import vn.lachan.app.ProgramTest;
import vn.lachan.app.access.Accounts;
import vn.lachan.app.access.Actor;
import vn.lachan.app.access.Grant;
import vn.lachan.app.access.Role;
import vn.lachan.app.access.Scope;
import vn.lachan.app.access.Tokens;
import vn.lachan.app.places.PlaceCard;
import vn.lachan.app.places.Places;
import vn.lachan.app.places.Registration;
import vn.lachan.app.program.Jobs;
import vn.lachan.app.program.NewJob;
import vn.lachan.app.units.Hierarchy;
import vn.lachan.app.units.Units;

/**
 * Whatever is sent, the answer is a reason in the reader's language, a problem to programs and a
 * page to people, with the status that fits; and nothing is written.
 */
@ProgramTest
class BadInputTests {
  private static final AtomicInteger COUNT = new AtomicInteger();

  @LocalServerPort private int port;
  @Autowired private Accounts accounts;
  @Autowired private Tokens tokens;
  @Autowired private Places places;
  @Autowired private Units units;
  @Autowired private JdbcClient jdbc;
  @Autowired private Jobs jobs;
  @Autowired private Clock clock;

  private int commune;
  private PlaceCard place;
  private String token;
  private String phone;

  @BeforeEach
  void prepare() {
    commune =
        units
            .children(units.byCode("96", Hierarchy.WITHOUT_DISTRICTS_FROM).orElseThrow().id())
            .get(5)
            .id();
    var registration =
        new Registration(
            "Chợ Sai " + COUNT.incrementAndGet(),
            "eating-place",
            "Số 1",
            commune,
            null,
            null,
            "always",
            null,
            null,
            null,
            null,
            null);
    UUID id = places.register(Actor.program(), registration, clock.instant());
    place = places.byPublicId(id).orElseThrow();
    var grant = new Grant(Role.TRACER, new Scope.OfUnit(commune));
    Instant now = clock.instant();
    token = tokens.create(Actor.program(), "Sai", grant, now.plus(Duration.ofDays(1)), now).token();
    phone = "0963%06d".formatted(COUNT.incrementAndGet());
  }

  @Test
  void aProgramGetsAProblemForEverythingThatIsWrong() {
    problem(422, post("/api/v1/people/search", "{}"), "people.refused.query");
    problem(422, post("/api/v1/people/search", "null"), "portal.malformed");
    problem(422, post("/api/v1/people/search", "{\"text\":\"1\",\"rows\":-1}"), "");
    problem(422, post("/api/v1/people", "{}"), "people.refused.nobody");
    problem(
        422, post("/api/v1/people", "{\"name\":\"Trần Ba\",\"unit\":-5}"), "people.refused.unit");
    problem(422, post("/api/v1/people/" + UUID.randomUUID() + "/open", "{}"), "portal.malformed");
    String stated = post("/api/v1/people", "{\"phone\":\"" + phone + "\"}").body();
    assertThat(stated).contains("publicId").doesNotContain("uplicate");
    assertThat(count("audit.entry where kind = 'people.claim'")).isPositive();
    problem(422, post("/api/v1/visits", "[".repeat(20_000)), "portal.malformed");
    problem(404, get("/api/v1/nothing"), "portal.not-found");
    problem(422, get("/api/v1/people/no-uuid"), "portal.malformed");
    problem(422, get("/api/v1/places?rows=-1"), "kernel.page-size");
    problem(405, get("/api/v1/visits/withdraw"), "portal.unsupported");
    problem(415, post("/api/v1/visits", "{}", "Content-Type", "text/plain"), "portal.unsupported");
    problem(406, get("/api/v1/places", "Accept", "application/xml"), "portal.unsupported");
    problem(401, get("/api/v1/places", "Authorization", "Bearer lct_x"), "access.unauthenticated");
  }

  @Test
  void anAddressThatIsNoTextIsSaidInOneLine() {
    HttpResponse<String> answer = get("/d?code=%ED%A0%80");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("không đọc được");
  }

  @Test
  void daysAndTimesOfNoCalendarAreRefused() {
    String list = "/api/v1/visits?place=" + place.publicId() + "&day=";
    for (String day : List.of("%2B999999999-12-31", "-999999999-01-01", "%2B300000-01-01", "x")) {
      problem(422, get(list + day), "portal.malformed");
    }
    for (String time : List.of("-1000000000-01-01T00:00:00Z", "+1000000000-12-31T23:59:59Z")) {
      problem(422, post("/api/v1/visits", visit(time)), "visits.refused");
    }
    List<String> answers =
        batch(visit(clock.instant().toString()) + "\n" + visit("-1000000000-01-01T00:00:00Z"))
            .body()
            .lines()
            .toList();
    assertThat(answers.getFirst()).contains("stored");
    assertThat(answers.getLast()).contains("visits.refused.malformed");
  }

  @Test
  void aBatchWithoutAnyReadableLineAnswersEachLine() {
    HttpResponse<String> answer = batch("{\nnull\n\"x\"");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body().lines()).hasSize(3).allMatch(line -> line.contains("refused"));
    problem(
        415,
        post(
            "/api/v1/visits/batch",
            visit(clock.instant().toString()),
            "Content-Type",
            "application/x-www-form-urlencoded"),
        "portal.unsupported");
  }

  @Test
  void aBodyOverItsLimitIsRefusedWhetherItSaysSoOrNot() {
    String large = "{\"place\":\"" + "x".repeat(1 << 20) + "\"}";
    problem(413, post("/api/v1/visits", large), "portal.too-large");
    HttpResponse<String> form =
        new Browser(port).submit("/sign-in", "/sign-in", "username", "x".repeat(2_000_000));
    assertThat(form.statusCode()).isEqualTo(413);
    assertThat(form.body()).contains("quá lớn").doesNotContain("HTTP Status");
  }

  @Test
  void aSpreadsheetOfTwoHundredMegabytesIsRefusedWhileItTravels() throws IOException {
    try (var line = new Socket("localhost", port)) {
      String head =
          """
          POST /places/imports HTTP/1.1\r
          Host: localhost\r
          Content-Type: multipart/form-data; boundary=x\r
          Content-Length: 200000000\r
          \r
          --x\r
          Content-Disposition: form-data; name="file"; filename="a.csv"\r
          \r
          """;
      line.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
      line.getOutputStream().write(new byte[64 << 10]);
      line.getOutputStream().flush();
      var answer =
          new BufferedReader(
              new InputStreamReader(line.getInputStream(), StandardCharsets.ISO_8859_1));
      assertThat(answer.readLine()).contains(" 413");
    }
  }

  @Test
  void theReaderChoosesTheLanguage() {
    assertThat(post("/api/v1/people", "{}").body()).contains("Chưa nói đó là ai");
    assertThat(post("/api/v1/people", "{}", "Accept-Language", "en").body())
        .contains("Nobody was named");
    var reader = new Browser(port);
    assertThat(reader.get("/nothing", "Accept-Language", "en").body())
        .contains("không dẫn tới trang nào");
    reader.get("/?lang=en");
    assertThat(reader.get("/nothing").body()).contains("This address leads to no page");
  }

  @Test
  void aPersonGetsAPageNeverAStackTrace() {
    var reader = new Browser(port);
    assertThat(page(404, reader.get("/nothing"))).contains("portal.not-found");
    page(404, reader.get("/error"));
    page(400, reader.get("/a;b"));
    page(422, reader.get("/d/AAAA-AAAA"));
    page(200, reader.get("/", "Cookie", "lachan-language=<x>"));
    for (String strange :
        List.of("AAAA", "x", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")) {
      page(200, new Browser(port).get("/", "Cookie", "lachan-session=" + strange));
    }
    page(
        422,
        reader.submit("/sign-in", "/sign-in", "username", "a\u0000b", "password", "0123456789"));
    page(
        422,
        reader.submit("/places/register?unit=" + commune, "/places/register", "unit", "xã tôi"));
    Browser officer = staff(Role.COMMUNE, new Scope.OfUnit(commune));
    String correct = "/places/" + place.publicId();
    page(422, officer.submit("/places/new", "/places/new", "unit", "x"));
    page(422, officer.submit(correct + "/correct", correct + "/correct", "unit", "99999999999"));
    page(422, officer.submit(correct + "/move", correct + "/move", "unit", "x", "revision", "0"));
    Browser operator = staff(Role.OPERATOR);
    page(422, operator.get("/access/accounts?q=%00"));
    page(
        422,
        operator.submit(
            "/access/accounts/new",
            "/access/accounts",
            "username",
            "sai.vai",
            "displayName",
            "Sai",
            "role",
            "ZZ"));
    Browser auditor = staff(Role.AUDITOR);
    page(422, auditor.get("/audit?from=%2B999999999-12-31"));
    page(422, auditor.get("/audit?to=%2B999999999-12-31"));
  }

  @Test
  void aMistypedCodeAWrongCardAndAWrongNameChangeNothing() {
    String code = place.code().symbols();
    String mistyped = (code.startsWith("B") ? "C" : "B") + code.substring(1);
    long visits = count("visits.visit");
    long persons = count("people.person");
    var visitor = new Browser(port);
    page(422, visitor.get("/d/" + mistyped));
    String door = "/d/" + code;
    for (String name : List.of("x".repeat(10_000), "<b>A</b>", "Nguyễn \u202eVăn", "a\u0000b")) {
      page(422, visitor.submit(door, door + "/enter", "phone", phone, "name", name));
    }
    Map<String, String> form = Browser.hiddenFields(visitor.get(door).body());
    page(422, visitor.post("/d/" + mistyped + "/enter", form, "phone", phone, "name", "Trần Ba"));
    Browser keeper = staff(Role.KEEPER, new Scope.OfPlace(place.number()));
    String gate = "/visits/gate/" + place.publicId();
    String sixFields = "038090000001|Lê Thị Hoa|05031990|Nam|Thôn 3, Xã Dân Lực|10052021";
    assertThat(keeper.submit(gate, gate, "text", sixFields).body()).contains("alert-danger");
    assertThat(count("visits.visit")).isEqualTo(visits);
    assertThat(count("people.person")).isEqualTo(persons);
  }

  @Test
  void aDeviceOverItsLimitDoesNotUseUpThePlaces() {
    String door = "/d/" + place.code().symbols();
    var visitor = new Browser(port);
    String statuses =
        IntStream.range(0, 10)
            .mapToObj(
                number ->
                    visitor.submit(
                        door, door + "/enter", "phone", phone, "name", "Trần Văn " + word(number)))
            .map(answer -> Integer.toString(answer.statusCode()))
            .collect(Collectors.joining(" "));
    assertThat(statuses).startsWith("302").endsWith("429");
    var other = new Browser(port);
    assertThat(
            other
                .submit(
                    door, door + "/enter", "phone", "0964" + phone.substring(4), "name", "Lê Ba")
                .statusCode())
        .isEqualTo(302);
  }

  @Test
  void theRecordIsReadAsAWholeOrNotAtAll() {
    assertThat(staff(Role.AUDITOR).get("/audit").statusCode()).isEqualTo(200);
    Browser part = staff(Role.AUDITOR, new Scope.OfUnit(commune));
    assertThat(page(403, part.get("/audit"))).contains("access.refused.audit");
  }

  @Test
  void workOfOthersIsForOperatorsOfTheWholeAndStoppingItIsOnRecord() {
    UUID job = jobs.start(new NewJob("places.recount", "", 3, 0));
    String address = "/portal/jobs/" + job;
    Browser part = staff(Role.OPERATOR, new Scope.OfUnit(commune));
    page(404, part.get(address));
    page(404, part.submit("/access/me", address + "/cancel"));
    assertThat(jobs.find(job).orElseThrow().cancelledAt()).isNull();
    page(200, staff(Role.OPERATOR).submit("/access/me", address + "/cancel"));
    assertThat(jobs.find(job).orElseThrow().cancelledAt()).isNotNull();
    assertThat(
            jdbc.sql("select count(*) from audit.entry where kind = 'portal.stop' and query = :job")
                .param("job", "places.recount " + job)
                .query(Integer.class)
                .single())
        .isEqualTo(1);
  }

  private static String word(int number) {
    return String.valueOf((char) ('A' + number)) + "a";
  }

  private static void problem(int status, HttpResponse<String> answer, String code) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    assertThat(answer.body()).contains("\"code\":\"" + code, "\"correlation\":\"");
    assertThat(answer.body().toLowerCase(Locale.ROOT)).doesNotContain("exception", "vn.lachan");
  }

  private static String page(int status, HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
    assertThat(answer.body()).doesNotContain("Exception", "HTTP Status", "vn.lachan.");
    return answer.body();
  }

  private long count(String table) {
    return jdbc.sql("select count(*) from " + table).query(Long.class).single();
  }

  private Browser staff(Role role) {
    return staff(role, new Scope.Everywhere());
  }

  private Browser staff(Role role, Scope scope) {
    Instant now = clock.instant();
    String username = "sai." + COUNT.incrementAndGet();
    long account = accounts.create(username, "Người thử", "mat-khau-dai", false, now);
    accounts.grant(account, new Grant(role, scope), 0, now);
    return Browser.signedIn(port, username, "mat-khau-dai");
  }

  private String visit(String enteredAt) {
    return "{\"place\":\"%s\",\"phone\":\"%s\",\"name\":\"Ngô Thị Sai\",\"enteredAt\":\"%s\"}"
        .formatted(place.code().symbols(), phone, enteredAt);
  }

  private HttpResponse<String> batch(String lines) {
    return post("/api/v1/visits/batch", lines, "Content-Type", "application/x-ndjson");
  }

  private HttpResponse<String> get(String path, String... headers) {
    return new Browser(port).get(path, with(headers));
  }

  private HttpResponse<String> post(String path, String body, String... headers) {
    return new Browser(port).post(path, body, List.of(with(headers)));
  }

  /** The token and JSON, where the headers do not say otherwise. */
  private String[] with(String... headers) {
    Map<String, String> all = new java.util.LinkedHashMap<>();
    all.put("Authorization", "Bearer " + token);
    all.put("Content-Type", "application/json");
    all.put("Accept", "*/*");
    for (int i = 0; i < headers.length; i += 2) {
      all.put(headers[i], headers[i + 1]);
    }
    return all.entrySet().stream()
        .flatMap(header -> java.util.stream.Stream.of(header.getKey(), header.getValue()))
        .toArray(String[]::new);
  }
}
