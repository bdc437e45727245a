package vn.lachan.app.structure;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
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
import vn.lachan.app.tracing.Traces;
import vn.lachan.app.units.Hierarchy;
import vn.lachan.app.units.Units;

/**
 * Names, numbers and addresses that nobody else has are carried through the whole program, also by
 * the wrong door, and then looked for wherever they must not be: every row of every table, the logs
 * of program and database, the write-ahead log, the metrics.
 */
@ProgramTest
class CanaryTests {
  private static final Path DATABASE = Path.of("target", "test-database", "postgres");
  private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
  private static final Pattern CASE = Pattern.compile("/casework/([0-9a-f-]{36})");
  private static final Pattern PERSON = Pattern.compile("/people/([0-9a-f-]{36})");

  @LocalServerPort private int port;
  @Autowired private Accounts accounts;
  @Autowired private Tokens tokens;
  @Autowired private Places places;
  @Autowired private Units units;
  @Autowired private Traces traces;
  @Autowired private JdbcClient jdbc;
  @Autowired private Clock clock;

  private final long seed = new Random().nextLong();
  private final Random random = new Random(seed);

  /** A word that stands in no name of the country. */
  private final String word = "Zqx" + letters(7);

  private final String name = "Đặng Thị " + word;
  private final String address = "Ngõ " + word + "wj, thôn 5";
  private final String note = "Ghi " + word + "wk";
  private final String phone = "091" + digits(7);
  private final String ownerPhone = "098" + digits(7);
  private final String wrongPhone = "0555" + digits(7);
  private final String citizenNumber = "038190" + digits(6);

  private int commune;
  private PlaceCard place;

  private static final Logger ROOT = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
  private final ListAppender<ILoggingEvent> logged = new ListAppender<>();

  @AfterEach
  void stopListening() {
    ROOT.detachAppender(logged);
  }

  @BeforeEach
  void prepare() {
    logged.start();
    ROOT.addAppender(logged);
    commune =
        units
            .children(units.byCode("96", Hierarchy.WITHOUT_DISTRICTS_FROM).orElseThrow().id())
            .get(4)
            .id();
    var registration =
        new Registration(
            "Chợ " + letters(6),
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
  }

  @Test
  void identityStaysWhereItIsSealed() throws IOException {
    visitByOwnPhone();
    visitAtTheGate();
    visitByApi();
    registerAsOwner();
    openCaseAndExport();
    useTheRegisters();
    comeByWrongDoors();

    List<String> found = new ArrayList<>();
    lookIntoLog(found);
    lookIntoTables(found);
    lookIntoFiles(found);
    String metrics = new Browser(port).get("/actuator/prometheus").body();
    assertThat(metrics).contains("jvm_");
    plain().stream().filter(metrics::contains).forEach(text -> found.add("metrics: " + text));
    assertThat(found).as("seed " + seed).isEmpty();
  }

  private void visitByOwnPhone() {
    String page = "/d/" + place.code().symbols();
    var visitor = new Browser(port);
    expect(302, visitor.submit(page, page + "/enter", "phone", phone, "name", name));
    assertThat(visitor.get(page).body()).contains("Đã vào lúc");
  }

  private void visitAtTheGate() {
    Browser keeper = staff(Role.KEEPER, new Scope.OfPlace(place.number()));
    String gate = "/visits/gate/" + place.publicId();
    String card = citizenNumber + "||" + name + "|05031990|Nữ|" + address + "|10052021";
    assertThat(expect(200, keeper.submit(gate, gate, "text", card))).contains("Đặng T. ***");
    expect(200, keeper.submit(gate, gate, "text", card.replace("||", "|")));
  }

  private void visitByApi() {
    Instant now = clock.instant();
    String token = token(Role.TRACER, now);
    String visit =
        "{\"place\":\"%s\",\"phone\":\"%s\",\"name\":\"%s\",\"enteredAt\":\"%s\"}"
            .formatted(place.code().symbols(), phone, name, now.minusSeconds(7_200));
    expect(201, api("/api/v1/visits", token, visit));
    expect(200, api("/api/v1/visits/batch", token, visit + "\n" + visit.replace('}', ' ')));
    expect(422, api("/api/v1/visits", token, visit.replace("enteredAt", "name")));
    expect(422, api("/api/v1/visits", token, visit.replace(phone, wrongPhone + word)));
    expect(200, api("/api/v1/people/search", token, "{\"text\":\"" + phone + "\"}"));
  }

  private void registerAsOwner() {
    var owner = new Browser(port);
    String register = "/places/register?unit=" + commune;
    expect(
        200,
        owner.submit(
            register,
            "/places/register",
            "name",
            "Quán " + letters(6),
            "type",
            "eating-place",
            "address",
            "Số 2",
            "unit",
            Integer.toString(commune),
            "ownerName",
            name,
            "ownerPhone",
            ownerPhone));
    expect(200, owner.submit("/sign-in/phone", "/sign-in/phone", "phone", ownerPhone));
  }

  private void openCaseAndExport() {
    Browser tracer = staff(Role.TRACER, new Scope.OfUnit(commune));
    String found = expect(200, tracer.submit("/people", "/people/find", "text", phone));
    String person = "/people/" + first(PERSON, found);
    assertThat(expect(200, tracer.submit(person, person + "/open", "purpose", "TRACE")))
        .contains(word);
    assertThat(
            expect(200, tracer.submit("/people", "/people/find", "text", name, "purpose", "TRACE")))
        .contains("Đặng T. ***");
    expect(200, tracer.submit("/", "/search", "q", name));
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZONE);
    String disease = traces.diseases(commune, today).iterator().next();
    HttpResponse<String> opened =
        tracer.submit(
            "/casework/new",
            "/casework/new",
            "name",
            name,
            "phone",
            phone,
            "address",
            address,
            "unit",
            Integer.toString(commune),
            "disease",
            disease,
            "symptomatic",
            "yes",
            "onset",
            today.minusDays(1).toString(),
            "confirmedOn",
            today.toString(),
            "note",
            note);
    assertThat(opened.statusCode()).as(opened.body()).isEqualTo(302);
    String file = "/casework/" + first(CASE, opened.headers().firstValue("Location").orElseThrow());
    expect(200, tracer.submit(file, file + "/open", "purpose", "FOLLOW_UP"));
    assertThat(expect(200, tracer.submit(file, file + "/notes/open", "purpose", "TRACE")))
        .contains(word);
    expect(200, tracer.submit(file, file + "/export", "purpose", "TRACE"));
  }

  /** What is typed into the registers of the data-protection law is free text about anybody. */
  private void useTheRegisters() {
    var resident = new Browser(port);
    String ask = "/privacy/requests/new";
    expect(200, resident.submit(ask, ask, "kind", "ACCESS", "name", name, "phone", phone));
    expect(422, resident.submit(ask, ask, "kind", "ACCESS", "name", name, "phone", wrongPhone));
    Browser officer = staff(Role.PRIVACY, new Scope.Everywhere());
    String enter = "/privacy/requests/enter";
    String now = clock.instant().minusSeconds(60).atZone(ZONE).toLocalDateTime().toString();
    String[] request = {
      "kind",
      "ACCESS",
      "way",
      "LETTER",
      "receivedAt",
      now.substring(0, 16),
      "name",
      name,
      "contact",
      address,
      "text",
      note
    };
    String page = moved(officer.submit(enter, enter, request));
    assertThat(expect(200, officer.submit(page, page + "/open"))).contains(word);
    String hits = expect(200, officer.submit(page, page + "/find", "text", phone));
    String person = first(Pattern.compile("name=\"person\" value=\"([^\"]+)\""), hits);
    moved(officer.submit(page, page + "/identify", "person", person, "check", "DOCUMENT"));
    moved(officer.submit(page, page + "/extend", "reason", note));
    moved(officer.submit(page, page + "/decide", "outcome", "PARTLY", "text", note));
    assertThat(expect(200, officer.submit(page, page + "/access.json"))).contains(word);
    expect(200, officer.submit(page, page + "/letter"));
    String breach = "/privacy/breaches/enter";
    String[] known = {
      "discoveredAt", now.substring(0, 16), "category", "identity", "what", note, "contact", name
    };
    String breachPage = moved(officer.submit(breach, breach, known));
    moved(officer.submit(breachPage, breachPage + "/persons", "lines", phone));
    moved(officer.submit(breachPage, breachPage + "/tell"));
    Browser police = staff(Role.AGENCY, new Scope.OfUnit(commune));
    String agency = "/privacy/agency/new";
    String[] wanted = {
      "agency",
      "Công an xã",
      "purpose",
      "INVESTIGATION",
      "officer",
      name,
      "paper",
      note,
      "legalBasis",
      note,
      "case",
      "CB-1",
      "persons",
      phone,
      "field",
      "NAME"
    };
    moved(police.submit(agency, agency, wanted));
  }

  private static String moved(HttpResponse<String> answer) {
    expect(302, answer);
    return answer.headers().firstValue("Location").orElseThrow();
  }

  /** What people type into the wrong field, and what breaks half way. */
  private void comeByWrongDoors() {
    var stranger = new Browser(port);
    expect(401, stranger.submit("/sign-in", "/sign-in", "username", phone, "password", name));
    expect(422, stranger.submit("/sign-in/phone", "/sign-in/phone", "phone", wrongPhone + word));
    String page = "/d/" + place.code().symbols();
    expect(422, stranger.submit(page, page + "/enter", "phone", wrongPhone, "name", name));
    expect(422, stranger.submit(page, page + "/enter", "phone", phone, "name", name + "<b>"));
    expect(401, stranger.post(page + "/enter", Map.of(), "phone", phone, "name", name));
    Browser tracer = staff(Role.TRACER, new Scope.OfUnit(commune));
    expect(422, tracer.submit("/people", "/people/find", "text", name));
    expect(422, tracer.submit("/casework/new", "/casework/new", "name", name, "onset", phone));
    tracer.submit("/casework/new", "/casework/new/find", "search", name);
    tracer.loseSession();
    expect(
        401,
        tracer.post("/casework/new", Browser.hiddenFields(tracer.get(page).body()), "name", name));
  }

  /** What the program logged, with everything that goes into a line of its file. */
  private void lookIntoLog(List<String> found) {
    assertThat(logged.list).isNotEmpty();
    for (ILoggingEvent event : List.copyOf(logged.list)) {
      String thrown =
          event.getThrowableProxy() == null
              ? ""
              : ThrowableProxyUtil.asString(event.getThrowableProxy());
      String line = event.getFormattedMessage() + event.getMDCPropertyMap() + thrown;
      plain().stream().filter(line::contains).forEach(text -> found.add("log: " + line));
    }
  }

  private void lookIntoTables(List<String> found) {
    List<@Nullable String> tables =
        jdbc.sql(
                """
                select format('%I.%I', n.nspname, k.relname)
                from pg_class k join pg_namespace n on n.oid = k.relnamespace
                where k.relkind in ('r', 'p') and not k.relispartition
                  and n.nspname not in ('pg_catalog', 'information_schema', 'public')
                order by 1
                """)
            .query(String.class)
            .list();
    assertThat(tables).contains("people.person", "audit.entry", "access.session_attributes");
    for (String table : tables) {
      List<@Nullable String> rows =
          jdbc.sql("select to_jsonb(t)::text from " + table + " t").query(String.class).list();
      for (String text : everyForm()) {
        if (rows.stream().anyMatch(row -> row != null && row.contains(text))) {
          found.add(table + ": " + text);
        }
      }
    }
  }

  private void lookIntoFiles(List<String> found) throws IOException {
    List<Path> files = new ArrayList<>();
    try (Stream<Path> all = Files.walk(DATABASE.resolve("cluster").resolve("pg_wal"))) {
      all.filter(Files::isRegularFile).forEach(files::add);
    }
    files.add(DATABASE.resolve("postgres.log"));
    assertThat(files).hasSizeGreaterThan(1);
    for (Path file : files) {
      String content = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
      for (String text : everyForm()) {
        if (content.contains(asBytes(text, StandardCharsets.UTF_8))
            || content.contains(asBytes(text, StandardCharsets.UTF_16LE))
            || content.contains(asBytes(text, StandardCharsets.UTF_16BE))) {
          found.add(file + ": " + text);
        }
      }
    }
  }

  /** The bytes of a text, one to a character. */
  private static String asBytes(String text, Charset charset) {
    return new String(text.getBytes(charset), StandardCharsets.ISO_8859_1);
  }

  /** What would be recognised; numbers without the prefix that is written in several ways. */
  private List<String> plain() {
    return List.of(
        word,
        word.toLowerCase(Locale.ROOT),
        word.toUpperCase(Locale.ROOT),
        phone.substring(1),
        ownerPhone.substring(1),
        spaced(phone),
        spaced(ownerPhone),
        wrongPhone.substring(1),
        citizenNumber);
  }

  /** The same, and as the database writes bytes. */
  private List<String> everyForm() {
    List<String> forms = new ArrayList<>(plain());
    for (String text : plain()) {
      forms.add(HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8)));
    }
    return forms;
  }

  private static String spaced(String number) {
    return number.substring(0, 4) + " " + number.substring(4, 7) + " " + number.substring(7);
  }

  private Browser staff(Role role, Scope scope) {
    Instant now = clock.instant();
    String username = "canary." + letters(8).toLowerCase(Locale.ROOT);
    long account = accounts.create(username, "Người thử", "mat-khau-dai", false, now);
    accounts.grant(account, new Grant(role, scope), 0, now);
    return Browser.signedIn(port, username, "mat-khau-dai");
  }

  private String token(Role role, Instant now) {
    var grant = new Grant(role, new Scope.OfUnit(commune));
    return tokens
        .create(Actor.program(), "Chim báo", grant, now.plus(Duration.ofDays(1)), now)
        .token();
  }

  private HttpResponse<String> api(String path, String token, String body) {
    return new Browser(port)
        .post(
            path,
            body,
            List.of(
                "Content-Type",
                "application/json",
                "Authorization",
                "Bearer " + token,
                "Accept",
                "*/*"));
  }

  private static String expect(int status, HttpResponse<String> answer) {
    assertThat(answer.statusCode())
        .as(answer.request().uri() + "\n" + answer.body())
        .isEqualTo(status);
    return answer.body();
  }

  private static String first(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    assertThat(matcher.find()).as(text).isTrue();
    return matcher.group(1);
  }

  private String letters(int count) {
    var text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append((char) ('a' + random.nextInt(26)));
    }
    return text.toString();
  }

  private String digits(int count) {
    var text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append((char) ('0' + random.nextInt(10)));
    }
    return text.toString();
  }
}
