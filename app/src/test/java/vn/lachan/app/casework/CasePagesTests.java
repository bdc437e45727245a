package vn.lachan.app.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.lachan.app.Browser;
import vn.lachan.app.ProgramTest;
import vn.lachan.app.access.Accounts;
import vn.lachan.app.access.Grant;
import vn.lachan.app.access.Role;
import vn.lachan.app.access.Scope;
import vn.lachan.app.people.People;
import vn.lachan.app.places.Places;
import vn.lachan.app.units.Units;
import vn.lachan.app.visits.VisitStore;

/** The pages of cases as a tracer's browser sees them. */
@ProgramTest
class CasePagesTests {
  private static final String PASSWORD = "mat-khau-dai";
  private static final AtomicInteger SERIAL = new AtomicInteger();

  @LocalServerPort private int port;
  @Autowired private Accounts accounts;
  @Autowired private Cases cases;
  @Autowired private Clock clock;
  @Autowired private Units units;
  @Autowired private Places places;
  @Autowired private People people;
  @Autowired private VisitStore visits;

  private Outbreak outbreak;
  private OpenedCase opened;
  private Browser tracer;
  private String page;

  @BeforeEach
  void open() {
    outbreak = new Outbreak(clock, units, places, people, visits);
    opened = cases.open(Outbreak.actor(9_100, Role.TRACER, null), outbreak.newCase(), outbreak.now);
    page = "/casework/" + opened.publicId();
    tracer = signIn(Role.TRACER, new Scope.Everywhere());
  }

  @Test
  void theListShowsContactsWithReasonsAndFiltersInTheAddress() {
    String body = ok(tracer.get(page));
    assertThat(body)
        .contains(
            "CB-" + opened.number(),
            "Trần T. ***",
            "Cùng ở Quán Gió",
            "2 ngày trước ngày khởi phát",
            "Diễn tập 1",
            "DIỄN TẬP",
            "3 người: 2 gần, 1 khác",
            "mark-close",
            "mark-casual")
        .doesNotContain("Trần Thị Gần", "8491");
    assertThat(ok(tracer.get(page + "?class=CASUAL"))).contains("1 người: 0 gần, 1 khác");
    assertThat(ok(tracer.get(page + "?minutes=35"))).contains("1 người: 1 gần, 0 khác");
    assertThat(ok(tracer.get(page + "?generation=2"))).contains("Không có người tiếp xúc nào");
    assertThat(ok(tracer.get(page + "?place=" + placeId()))).contains("Tại: Quán Gió");
    assertThat(ok(tracer.get(page + "?unit=" + outbreak.away))).contains("1 người: 1 gần");
    assertThat(ok(tracer.get(page + "?fresh=1&sort=LATEST&support=supported&state=TO_REACH")))
        .contains("Không có người tiếp xúc nào như bộ lọc");
    assertThat(tracer.get(page + "?class=HEAVY").statusCode()).isEqualTo(422);
    assertThat(tracer.get(page + "?after=x").statusCode()).isEqualTo(422);
    assertThat(ok(tracer.get(page + "?lang=en"))).contains("Together at Quán Gió");
  }

  @Test
  void theContactOpensBesideTheListAndItsIdentityOnlyByAnAct() {
    String address = page + "?contact=" + outbreak.publicId(outbreak.close);
    assertThat(ok(tracer.get(address)))
        .contains("Bằng chứng (1)", "với Nguyễn V. ***", "12:10", "Mở để gọi")
        .doesNotContain("Trần Thị Gần");
    assertThat(
            ok(
                tracer.get(
                    page + "/contacts/" + outbreak.publicId(outbreak.close), "HX-Request", "true")))
        .contains("Đường tiếp xúc")
        .doesNotContain("<html");
    long task = task();
    HttpResponse<String> call = tracer.submit(address, "/casework/tasks/" + task + "/call");
    assertThat(ok(call)).contains("Trần Thị Gần", "tel:+8491");
    assertThat(ok(tracer.submit(address, page + "/open", "purpose", "TRACE")))
        .contains("Nguyễn Văn Bệnh");
    assertThat(ok(tracer.submit(address, page + "/notes/open"))).contains("gặp mẹ ở Quán Gió");
  }

  @Test
  void tickingOffComesBackInPlaceAndCanBeUndone() {
    long task = task();
    Map<String, String> hidden = Browser.hiddenFields(ok(tracer.get(page)));
    HttpResponse<String> plain =
        tracer.post(
            page + "/follow-up",
            Map.of("_csrf", Objects.requireNonNull(hidden.get("_csrf"))),
            "reached",
            Long.toString(task),
            "query",
            "class=CLOSE");
    assertThat(plain.statusCode()).isEqualTo(302);
    assertThat(plain.headers().firstValue("Location").orElseThrow()).contains("class=CLOSE");
    assertThat(ok(tracer.get(page + "?state=REACHED"))).contains("1 người: 1 gần");
    assertThat(ok(tracer.get(page))).contains("33,3 %");
    HttpResponse<String> part =
        tracer.post(
            page + "/follow-up",
            "state=ISOLATED&task=" + task + "&_csrf=" + hidden.get("_csrf"),
            List.of(
                "Content-Type",
                "application/x-www-form-urlencoded",
                "Origin",
                "http://localhost:" + port,
                "HX-Request",
                "true"));
    assertThat(ok(part))
        .contains("id=\"list\"", "Đã ghi 1 người: Đã cách ly", "hx-swap-oob=\"true\"")
        .doesNotContain("<html");
    HttpResponse<String> none =
        tracer.post(
            page + "/follow-up",
            Map.of("_csrf", Objects.requireNonNull(hidden.get("_csrf"))),
            "state",
            "REACHED");
    assertThat(none.statusCode()).isEqualTo(422);
  }

  @Test
  void theTimelineIsDrawnWithATableAndWithoutInlineStyle() {
    String body = ok(tracer.get(page + "?view=timeline"));
    assertThat(body)
        .contains("<svg", "class=\"bar stay\"", "class=\"bar close\"", "<caption")
        .doesNotContain("style=");
    assertThat(ok(tracer.get(page + "?view=timeline&place=" + placeId())))
        .contains("class=\"bar own\"", "Lê V. ***");
    assertThat(ok(tracer.get(page + "?view=timeline&who=" + outbreak.publicId(outbreak.close))))
        .contains("Trần T. ***", "class=\"bar close\"");
  }

  @Test
  void graphAndMapAreDrawnFromMaskedDataWithATableBeside() {
    assertThat(ok(tracer.get(page + "?view=graph")))
        .contains("id=\"graph\"", "role=\"application\"", "Quán Gió", "?place=" + placeId())
        .doesNotContain("style=");
    assertThat(ok(tracer.get(page + "/graph")))
        .contains("\"name\":\"Trần T. ***\"", "\"aggregated\":false", "\"via\":-1")
        .doesNotContain("Trần Thị Gần", "8491");
    assertThat(ok(tracer.get(page + "/graph?class=CLOSE"))).contains("\"contacts\":2");
    assertThat(ok(tracer.get(page + "?view=map")))
        .contains("id=\"case-map\"", "Quán Gió", "(vị trí gần đúng)", "Hoàng Sa (Việt Nam)");
    assertThat(ok(tracer.get(page + "/map"))).contains("\"approximate\":true", "Quán Gió");
    assertThat(ok(tracer.get(page + "/places/" + placeId(), "HX-Request", "true")))
        .contains("Trần T. ***", "Người bệnh ở đây")
        .doesNotContain("<html");
    assertThat(
            signIn(Role.COMMUNE, new Scope.OfUnit(outbreak.away)).get(page + "/graph").statusCode())
        .isEqualTo(404);
  }

  @Test
  void manyAreAskedAboutAssignedAndTakenBack() {
    String who = outbreak.publicId(outbreak.close).toString();
    HttpResponse<String> asked =
        tracer.submit(page, page + "/bulk/ask", "act", "ASSIGN", "who", who, "all", "false");
    assertThat(ok(asked)).contains("1 người đã chọn", "Xã, phường phụ trách");
    HttpResponse<String> done =
        tracer.submit(
            page,
            page + "/bulk",
            "act",
            "ASSIGN",
            "who",
            who,
            "all",
            "false",
            "unit",
            Integer.toString(outbreak.away));
    assertThat(done.statusCode()).isEqualTo(302);
    String list = ok(tracer.get(page));
    assertThat(list).contains("Đã giao 1 người", "Hoàn tác", "giao ");
    assertThat(
            tracer.submit(page, page + "/bulk/ask", "act", "REACHED", "all", "true").statusCode())
        .isEqualTo(200);
    assertThat(
            tracer.submit(page, page + "/bulk/ask", "act", "REACHED", "all", "false").statusCode())
        .isEqualTo(422);
  }

  @Test
  void sheetsOpenIdentityWithAPurposeAndALinkWithoutAName() {
    String sheets =
        ok(
            tracer.submit(
                page,
                page + "/sheets",
                "who",
                outbreak.publicId(outbreak.close).toString(),
                "purpose",
                "FOLLOW_UP"));
    assertThat(sheets).contains("Trần Thị Gần", "Thôn 1", "Mở bởi Người truy vết", "<path");
  }

  @Test
  void theExportIsSafeForSpreadsheetsAndNamesItsReader() {
    HttpResponse<String> file =
        tracer.submit(page, page + "/export", "purpose", "TRACE", "query", "");
    assertThat(file.statusCode()).isEqualTo(200);
    assertThat(file.headers().firstValue("Content-Disposition").orElseThrow())
        .contains("tiep-xuc-CB-" + opened.number())
        .doesNotContain("Gần");
    List<String> lines = file.body().lines().toList();
    assertThat(lines.getFirst()).startsWith("\ufeffSTT,");
    assertThat(lines).hasSize(5);
    assertThat(lines.get(4)).contains("Xuất bởi Người truy vết", "Mục đích");
    assertThat(lines.get(1)).contains("Trần Thị Gần", ",091");
    assertThat(lines.get(3)).contains(",'=Phạm Thoáng,");
    assertThat(lines.subList(1, 4))
        .allSatisfy(
            line -> assertThat(line).contains("Người truy vết").endsWith("CB-" + opened.number()));
    assertThat(
            signIn(Role.COMMUNE, new Scope.OfUnit(outbreak.home))
                .submit(page, page + "/export", "purpose", "TRACE")
                .statusCode())
        .isEqualTo(403);
  }

  @Test
  void whatWasTypedStaysWhenACaseIsRefused() {
    String tomorrow = outbreak.today.plusDays(1).toString();
    HttpResponse<String> refused =
        tracer.submit(
            "/casework/new",
            "/casework/new",
            "name",
            "Hoàng Văn Mới",
            "unit",
            Integer.toString(outbreak.home),
            "disease",
            "COVID-19",
            "symptomatic",
            "yes",
            "onset",
            tomorrow,
            "confirmedOn",
            outbreak.today.toString());
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body())
        .contains("Ngày khởi phát ở tương lai", "Hoàng Văn Mới", tomorrow, "Xã");
    HttpResponse<String> done =
        tracer.submit(
            "/casework/new",
            "/casework/new",
            "name",
            "Hoàng Văn Mới",
            "unit",
            Integer.toString(outbreak.home),
            "disease",
            "COVID-19",
            "symptomatic",
            "yes",
            "onset",
            outbreak.today.toString(),
            "confirmedOn",
            outbreak.today.toString());
    assertThat(done.statusCode()).isEqualTo(302);
    String made = done.headers().firstValue("Location").orElseThrow();
    assertThat(ok(tracer.get(made.substring(made.indexOf("/casework/")))))
        .contains("Chưa tìm thấy người tiếp xúc nào", "nay (chưa cách ly)");
  }

  @Test
  void thePatientIsFoundWithoutANumberInTheAddress() {
    HttpResponse<String> found =
        tracer.submit(
            "/casework/new",
            "/casework/new/find",
            "search",
            "0" + phone(outbreak.close),
            "onset",
            "2026-11-01");
    assertThat(ok(found)).contains("Trần T. ***", "value=\"2026-11-01\"", "name=\"person\"");
    HttpResponse<String> window =
        tracer.submit(
            "/casework/new",
            "/casework/new/window",
            "unit",
            Integer.toString(outbreak.home),
            "disease",
            "COVID-19",
            "symptomatic",
            "yes",
            "onset",
            outbreak.today.toString());
    assertThat(ok(window)).contains("2 ngày trước ngày khởi phát");
  }

  @Test
  void listsAndTasksShow() {
    assertThat(ok(tracer.get("/casework?text=CB-" + opened.number())))
        .contains("CB-" + opened.number(), "Nguyễn V. ***");
    assertThat(ok(tracer.get("/casework?text=CB-999999"))).contains("Không có ca bệnh nào");
    Browser away = signIn(Role.COMMUNE, new Scope.OfUnit(outbreak.away));
    String tasks = ok(away.get("/casework/tasks?case=CB-" + opened.number()));
    assertThat(tasks).contains("Lê V. ***", "Quán Gió").doesNotContain("Trần T. ***", page);
    assertThat(away.get(page).statusCode()).isEqualTo(404);
    assertThat(ok(tracer.get(page + "/correct"))).contains("Sửa các ngày");
    HttpResponse<String> corrected =
        tracer.submit(
            page + "/correct",
            page + "/correct",
            "symptomatic",
            "yes",
            "onset",
            outbreak.today.toString(),
            "confirmedOn",
            outbreak.today.toString());
    assertThat(corrected.statusCode()).isEqualTo(302);
    assertThat(ok(tracer.submit(page, page + "/close", "reason", "DONE"), 302)).isEmpty();
    assertThat(ok(tracer.get(page))).contains("Đã đóng", "Không còn cập nhật");
    assertThat(ok(tracer.submit(page, page + "/reopen"), 302)).isEmpty();
  }

  @Test
  void theApiAnswersWithPublicIdsAndProblems() {
    assertThat(tracer.get("/api/v1/casework/cases").statusCode()).isEqualTo(401);
    HttpResponse<String> rules = tracer.get("/api/v1/tracing/rule-sets");
    assertThat(ok(rules)).contains("3638/QĐ-BYT", "11042/BYT-DP");
  }

  private String phone(long person) {
    return cases
        .contactIdentity(
            Outbreak.actor(9_100, Role.TRACER, null),
            opened.publicId(),
            outbreak.publicId(person),
            "TRACE")
        .phones()
        .getFirst()
        .phone()
        .digits()
        .substring(2);
  }

  private String placeId() {
    return places.find(outbreak.place).orElseThrow().publicId().toString();
  }

  private long task() {
    return cases.taskOf(
        Outbreak.actor(9_100, Role.TRACER, null),
        opened.publicId(),
        outbreak.publicId(outbreak.close));
  }

  private Browser signIn(Role role, Scope scope) {
    String username = "ca.benh." + SERIAL.incrementAndGet();
    long account = accounts.create(username, "Người truy vết", PASSWORD, false, clock.instant());
    accounts.grant(account, new Grant(role, scope), 0, clock.instant());
    return Browser.signedIn(port, username, PASSWORD);
  }

  private static String ok(HttpResponse<String> answer) {
    return ok(answer, 200);
  }

  private static String ok(HttpResponse<String> answer, int status) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    return answer.body();
  }
}
