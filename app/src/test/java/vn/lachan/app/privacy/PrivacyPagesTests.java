package vn.lachan.app.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.lachan.app.Browser;
import vn.lachan.app.ProgramTest;
import vn.lachan.app.TestWorld;
import vn.lachan.app.access.Accounts;
import vn.lachan.app.access.Role;
import vn.lachan.app.access.Scope;
import vn.lachan.app.messaging.Messages;
import vn.lachan.app.people.People;
import vn.lachan.app.places.Places;
import vn.lachan.app.units.Units;
import vn.lachan.app.visits.VisitStore;

/** The pages of the registers, as browsers walk through them. */
@ProgramTest
class PrivacyPagesTests {
  private static final Pattern RECEIPT = Pattern.compile("[0-9A-Z]{4}(?:-[0-9A-Z]{4}){3}");
  private static final Pattern CODE = Pattern.compile("\\b\\d{6}\\b");

  @LocalServerPort private int port;
  @Autowired private Clock clock;
  @Autowired private Accounts accounts;
  @Autowired private Units units;
  @Autowired private Places places;
  @Autowired private People people;
  @Autowired private VisitStore visits;
  @Autowired private Messages messages;

  private TestWorld world;
  private Browser officer;

  @BeforeEach
  void signIn() {
    world = new TestWorld(clock, accounts, units, places, people, visits);
    officer = signedIn(Role.PRIVACY, new Scope.Everywhere());
  }

  @Test
  void aResidentAsksByPhoneAndIsToldTheSameWhetherOrNotThePhoneIsKnown() {
    String known = TestWorld.phone();
    world.person("Trần Thị Biết", known);
    String first = asked(known).replaceAll(RECEIPT.pattern(), "");
    String second = asked(TestWorld.phone()).replaceAll(RECEIPT.pattern(), "");
    assertThat(first).isEqualTo(second).doesNotContain("Trần");

    var stranger = new Browser(port);
    HttpResponse<String> wrong =
        stranger.submit(
            "/privacy/requests/state", "/privacy/requests/state", "receipt", "ABCD-ABCD");
    assertThat(wrong.statusCode()).isEqualTo(404);
    assertThat(
            stranger
                .submit("/privacy/requests/new", "/privacy/requests/new", "kind", "ALL")
                .statusCode())
        .isEqualTo(422);
  }

  @Test
  void anOfficerAnswersARequestFromCounterToLetter() {
    String phone = TestWorld.phone();
    world.person("Lê Văn Quầy", phone);
    String page = entered("ACCESS", phone);
    assertThat(ok(officer.get(page))).contains("Luật 91/2025/QH15", "chưa đối chiếu văn bản gốc");
    assertThat(ok(officer.get(page))).doesNotContain("Lê Văn Quầy", phone);
    assertThat(ok(officer.submit(page, page + "/open"))).contains("Lê Văn Quầy", phone);
    String hits = ok(officer.submit(page, page + "/find", "text", phone));
    Matcher person = Pattern.compile("name=\"person\" value=\"([^\"]+)\"").matcher(hits);
    assertThat(person.find()).as(hits).isTrue();
    moved(officer.submit(page, page + "/identify", "person", person.group(1), "check", "DOCUMENT"));
    moved(officer.submit(page, page + "/acknowledge"));
    moved(officer.submit(page, page + "/decide", "outcome", "GRANTED"));
    assertThat(ok(officer.submit(page, page + "/letter")))
        .contains("Lê Văn Quầy", "được chấp nhận", "gửi kèm", "Độc lập - Tự do - Hạnh phúc");
    assertThat(ok(officer.submit(page, page + "/access"))).contains("Lê Văn Quầy", "Thôn Chuyện 7");
    HttpResponse<String> json = officer.submit(page, page + "/access.json");
    assertThat(ok(json)).contains("\"name\" : \"Lê Văn Quầy\"", "\"withheld\"");
    assertThat(json.headers().firstValue("Cache-Control")).contains("no-store");
    moved(officer.submit(page, page + "/fulfil"));
    assertThat(ok(officer.get("/privacy/requests?state=closed"))).contains(page);
  }

  @Test
  void aRefusalSaysItsReasonInTheLetter() {
    String page = entered("DELETION", TestWorld.phone());
    HttpResponse<String> without =
        officer.submit(page, page + "/decide", "outcome", "REFUSED", "text", "Vì thế");
    assertThat(without.statusCode()).isEqualTo(422);
    assertThat(without.body()).contains("Vì thế");
    moved(
        officer.submit(page, page + "/decide", "outcome", "REFUSED", "refusal", "NOT_IDENTIFIED"));
    assertThat(ok(officer.submit(page, page + "/letter")))
        .contains("không được chấp nhận", "Không xác định được người yêu cầu", "khiếu nại");
  }

  @Test
  void aBreachRunsItsClockAndIsReported() {
    String phone = TestWorld.phone();
    world.person("Đỗ Thị Lộ", phone);
    String found = LocalDateTime.now(clock.withZone(TestWorld.ZONE)).minusHours(80).toString();
    HttpResponse<String> made =
        officer.submit(
            "/privacy/breaches/enter",
            "/privacy/breaches/enter",
            "discoveredAt",
            found.substring(0, 16),
            "category",
            "health",
            "persons",
            "1",
            "harm",
            "1",
            "what",
            "Máy tính bị mất");
    String page = moved(made);
    assertThat(ok(officer.get(page))).contains("quá 8 giờ").doesNotContain("Máy tính bị mất");
    assertThat(ok(officer.get("/privacy/breaches"))).contains("is-overdue");
    assertThat(ok(officer.submit(page, page + "/notice")))
        .contains("Máy tính bị mất", "(A05)", "Thông báo muộn");
    assertThat(officer.submit(page, page + "/close").statusCode()).isEqualTo(409);
    moved(officer.submit(page, page + "/notified", "at", found.substring(0, 16)));
    assertThat(officer.submit(page, page + "/persons", "lines", "khong phai so").statusCode())
        .isEqualTo(422);
    moved(officer.submit(page, page + "/persons", "lines", phone));
    assertThat(ok(officer.get(page))).contains("Đỗ T. ***").doesNotContain("Đỗ Thị Lộ");
    moved(officer.submit(page, page + "/tell"));
    moved(officer.submit(page, page + "/close"));
    assertThat(officer.submit(page, page + "/tell").statusCode()).isEqualTo(409);
  }

  @Test
  void anAssessmentIsWrittenFiledAndPrinted() {
    String begun = world.yesterday().minusDays(70).toString();
    String page =
        moved(
            officer.submit(
                "/privacy/assessments/begin",
                "/privacy/assessments/begin",
                "title",
                "Truy vết tỉnh",
                "startedOn",
                begun));
    assertThat(ok(officer.get("/privacy/assessments"))).contains("is-overdue", "Truy vết tỉnh");
    moved(officer.submit(page, page, "title", "Truy vết tỉnh", "risks", "Lộ danh tính"));
    moved(officer.submit(page, page + "/filed"));
    assertThat(ok(officer.get(page))).contains("Cập nhật trước", "Lộ danh tính");
    assertThat(ok(officer.get(page + "/print")))
        .contains("HỒ SƠ ĐÁNH GIÁ TÁC ĐỘNG", "Lộ danh tính", "Hồ sơ người", "Điều 19")
        .doesNotContain("??");
  }

  @Test
  void theRecordOfProcessingIsReadAndTakenAlong() {
    assertThat(ok(officer.get("/privacy/processing")))
        .contains("Hồ sơ người", "Luật 91/2025/QH15, Điều 19", "Luật Phòng bệnh 2025")
        .doesNotContain("??", "Chưa có căn cứ");
    assertThat(ok(officer.get("/privacy/processing?day=2025-06-01")))
        .contains("Nghị định 13/2023/NĐ-CP, Điều 17")
        .doesNotContain("Điều 19");
    assertThat(ok(officer.get("/privacy/processing/export.json"))).contains("people.person.sealed");
    assertThat(ok(officer.get("/privacy/processing/export.xlsx"))).startsWith("PK");
    assertThat(ok(officer.get("/privacy/agency/export.xlsx"))).startsWith("PK");
  }

  @Test
  void whatIsTypedWronglyIsRefusedWithAReason() {
    for (String path :
        new String[] {
          "/privacy/requests?kind=ALL",
          "/privacy/requests?after=x",
          "/privacy/calendar?year=99999",
          "/privacy/processing?day=gestern",
          "/privacy/agency?state=OPEN",
          "/privacy/agency?case=CB-x",
        }) {
      assertThat(officer.get(path).statusCode()).as(path).isEqualTo(422);
    }
    assertThat(officer.get("/privacy/requests/not-an-id").statusCode()).isEqualTo(422);
    Browser police = signedIn(Role.AGENCY, new Scope.OfUnit(world.province().id()));
    for (String path :
        new String[] {"/privacy/requests", "/privacy/breaches", "/people", "/casework", "/audit"}) {
      assertThat(police.get(path).statusCode()).as(path).isEqualTo(403);
    }
    HttpResponse<String> kept =
        police.submit(
            "/privacy/agency/new",
            "/privacy/agency/new",
            "agency",
            "Công an <b>",
            "purpose",
            "ISOLATION",
            "case",
            "CB-1");
    assertThat(kept.statusCode()).isEqualTo(422);
    assertThat(kept.body()).contains("Công an &lt;b&gt;");
  }

  private String asked(String phone) {
    var resident = new Browser(port);
    String form = "/privacy/requests/new";
    String[] fields = {"kind", "ACCESS", "name", "Ai Đó", "phone", phone, "text", "Xin xem"};
    String page = ok(resident.submit(form, form, fields));
    String done =
        ok(resident.post(form + "/code", Browser.hiddenFields(page), "code", code(phone)));
    Matcher receipt = RECEIPT.matcher(done);
    assertThat(receipt.find()).as(done).isTrue();
    String state =
        ok(
            resident.submit(
                "/privacy/requests/state",
                "/privacy/requests/state",
                "receipt",
                receipt.group().toLowerCase(java.util.Locale.ROOT)));
    assertThat(state).contains("Đã nhận, chờ cán bộ xem").doesNotContain("Ai Đó", phone);
    return done.replaceAll("<input[^>]*>", "");
  }

  /** The code arrives by the sender's own clock. */
  private String code(String phone) {
    for (int tries = 0; tries < 200; tries++) {
      for (var message : messages.handset(200)) {
        if (message.phone().endsWith(phone.substring(1))) {
          Matcher code = CODE.matcher(message.text());
          assertThat(code.find()).isTrue();
          return code.group();
        }
      }
      java.util.concurrent.locks.LockSupport.parkNanos(50_000_000);
    }
    throw new AssertionError("no code came");
  }

  private String entered(String kind, String contact) {
    String received = LocalDateTime.now(clock.withZone(TestWorld.ZONE)).minusMinutes(2).toString();
    return moved(
        officer.submit(
            "/privacy/requests/enter",
            "/privacy/requests/enter",
            "kind",
            kind,
            "way",
            "COUNTER",
            "receivedAt",
            received.substring(0, 16),
            "name",
            "Lê Văn Quầy",
            "contact",
            contact,
            "text",
            "Xin giúp"));
  }

  private Browser signedIn(Role role, Scope scope) {
    return Browser.signedIn(port, world.account(role, scope), TestWorld.PASSWORD);
  }

  private static String ok(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return answer.body();
  }

  private static String moved(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
    return answer.headers().firstValue("Location").orElseThrow();
  }
}
