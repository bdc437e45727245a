package vn.lachan.app.places;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.lachan.app.Browser;
import vn.lachan.app.ProgramTest;
import vn.lachan.app.access.Accounts;
import vn.lachan.app.access.Actor;
import vn.lachan.app.access.Grant;
import vn.lachan.app.access.Role;
import vn.lachan.app.access.Scope;
import vn.lachan.app.messaging.HandsetMessage;
import vn.lachan.app.messaging.Messages;
import vn.lachan.app.units.Hierarchy;
import vn.lachan.app.units.Units;
import vn.lachan.engine.scan.PhoneNumber;

/** The pages of places, as a browser and the rights of a commune's officer see them. */
@ProgramTest
class PlacePagesTests {
  private static final String PASSWORD = "mat-khau-dai";

  @LocalServerPort private int port;
  @Autowired private Accounts accounts;
  @Autowired private Places places;
  @Autowired private Units units;
  @Autowired private Messages messages;

  private int commune;
  private int other;

  @BeforeEach
  void choose() {
    var communes =
        units.children(units.byCode("96", Hierarchy.WITHOUT_DISTRICTS_FROM).orElseThrow().id());
    commune = communes.get(0).id();
    other = communes.get(1).id();
  }

  @Test
  void anOfficerRegistersFindsPrintsAndClosesAPlace() {
    Browser officer = officer("can.bo.diem.a");
    HttpResponse<String> refused = send(officer, "Quán <b>", "eating-place");
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("không được có dấu", "Quán &lt;b&gt;", "Lê Lợi 15");

    HttpResponse<String> done = send(officer, "Bún Đũa Tre", "eating-place");
    assertThat(done.statusCode()).isEqualTo(302);
    assertThat(done.headers().firstValue("Location").orElseThrow())
        .contains("/places/new?", "type=eating-place");
    String page = page(officer, "Bún Đũa Tre");
    assertThat(officer.get(page).body())
        .contains("Bún Đũa Tre", "<svg", "Đang mở", "Chưa đặt địa chỉ công khai", "Gần đúng");
    assertThat(officer.get("/places?text=bun+dua").body()).contains("Bún Đũa Tre");
    assertThat(officer.get("/places?text=bun+dua&status=closed").body())
        .contains("Không có điểm nào khớp");
    HttpResponse<String> poster = officer.get(page + "/poster.pdf");
    assertThat(poster.statusCode()).isEqualTo(200);
    assertThat(poster.body()).startsWith("%PDF");

    HttpResponse<String> closed = officer.submit(page, page + "/close", "reason", "Nghỉ bán");
    assertThat(closed.statusCode()).isEqualTo(302);
    assertThat(officer.get(page).body()).contains("Đã đóng", "Nghỉ bán");
    assertThat(officer.get(page + "?lang=en").body()).contains("Closed");
  }

  @Test
  void aCorrectionKeepsWhatWasTypedAndRefusesAnOldRevision() {
    Browser officer = officer("can.bo.diem.b");
    assertThat(send(officer, "Tiệm Cắt Tóc Anh Ba", "massage-beauty").statusCode()).isEqualTo(302);
    String page = page(officer, "Tiệm Cắt Tóc Anh Ba");
    String form = page + "/correct";
    var stale = Browser.hiddenFields(officer.get(form).body());

    HttpResponse<String> first = correct(officer, form, stale, "Tiệm Cắt Tóc Anh Tư");
    assertThat(first.statusCode()).isEqualTo(302);
    HttpResponse<String> second = correct(officer, form, stale, "Tiệm Cắt Tóc Anh Năm");
    assertThat(second.statusCode()).isEqualTo(409);
    assertThat(second.body()).contains("Tiệm Cắt Tóc Anh Năm", "vừa được người khác sửa");
  }

  @Test
  void theWorkListApprovesWhatIsSelected() {
    UUID waiting = waiting("Nhà hàng Hướng Dương", commune);
    Browser officer = officer("can.bo.diem.c");
    assertThat(officer.get("/places/approvals").body()).contains("Nhà hàng Hướng Dương");

    HttpResponse<String> done =
        officer.submit("/places/approvals", "/places/approvals", "place", read(waiting));

    assertThat(done.statusCode()).isEqualTo(302);
    assertThat(places.byPublicId(waiting).orElseThrow().status()).isEqualTo(Status.OPEN);
    UUID elsewhere = waiting("Nhà hàng nơi khác", other);
    assertThat(officer.get("/places/" + elsewhere).statusCode()).isEqualTo(404);
    assertThat(officer.get("/places/" + elsewhere + "/poster.pdf").statusCode()).isEqualTo(404);
  }

  @Test
  void theRegistrationBeginsWithoutAnAccount() {
    var owner = new Browser(port);
    assertThat(owner.get("/places/register").body()).contains("xã, phường nào");
    assertThat(owner.get("/places/register?q=chau+thanh").body()).contains("Châu Thành");
    assertThat(owner.get("/places/register?unit=" + commune).body())
        .contains("name=\"ownerPhone\"");
    assertThat(owner.get("/places").statusCode()).isNotEqualTo(200);
  }

  @Test
  void anOwnerRegistersProvesThePhoneAndSeesOnlyTheirOwn() {
    var owner = new Browser(port);
    HttpResponse<String> sent =
        owner.submit(
            "/places/register?unit=" + commune,
            "/places/register",
            "name",
            "Tiệm Bánh Cô Bảy",
            "type",
            "essential-shop",
            "address",
            "Chợ Gạo 7",
            "ownerName",
            "Nguyễn Thị Bảy",
            "ownerPhone",
            "0987 111 222");
    assertThat(sent.statusCode()).as(sent.body()).isEqualTo(200);
    var hidden = Browser.hiddenFields(sent.body());
    assertThat(owner.post("/places/register/code", hidden, "code", "00000").statusCode())
        .isEqualTo(422);

    HttpResponse<String> done =
        owner.post("/places/register/code", hidden, "code", codeOnHandset("84987111222"));

    assertThat(done.statusCode()).as(done.body()).isEqualTo(200);
    assertThat(done.body()).contains("Xã sẽ xem và duyệt");
    UUID place = UUID.fromString(hidden.get("place"));
    assertThat(places.byPublicId(place).orElseThrow().status()).isEqualTo(Status.SUBMITTED);
    Browser officer = officer("can.bo.diem.e");
    assertThat(officer.get("/places/approvals").body()).contains("Tiệm Bánh Cô Bảy");
    HttpResponse<String> opened =
        officer.submit("/places/" + place, "/places/" + place + "/owner", "purpose", "gọi hỏi giờ");
    assertThat(opened.body()).contains("Nguyễn Thị Bảy", "0987111222");
  }

  @Test
  void absurdAddressesAreRefused() {
    Browser officer = officer("can.bo.diem.d");
    for (String query :
        new String[] {"rows=-1", "rows=100000", "after=x", "status=none", "unit=x", "rows=x"}) {
      assertThat(officer.get("/places?" + query).statusCode()).as(query).isEqualTo(422);
    }
    assertThat(officer.get("/places/not-a-uuid").statusCode()).isEqualTo(422);
    assertThat(officer.get("/places/" + UUID.randomUUID()).statusCode()).isEqualTo(404);
  }

  @Test
  void theApiNeedsAToken() {
    HttpResponse<String> answer =
        new Browser(port).get("/api/v1/places", "Accept", "application/json");
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.body()).contains("\"code\"");
    assertThat(new Browser(port).get("/api/v1/places/types", "Accept", "application/json").body())
        .contains("\"code\":\"karaoke\"", "\"hours\":\"1-7 10:00-01:00\"");
  }

  /** As the work list sends it: the place, and which revision the officer read. */
  private String read(UUID place) {
    return place + "." + places.get(Actor.program(), place).revision();
  }

  /** The message is sent in the background. */
  private String codeOnHandset(String phone) {
    for (int attempt = 0; attempt < 100; attempt++) {
      for (HandsetMessage message : messages.handset(200)) {
        Matcher digits = Pattern.compile("\\b(\\d{6})\\b").matcher(message.text());
        if (message.phone().equals(phone) && digits.find()) {
          return digits.group(1);
        }
      }
      LockSupport.parkNanos(100_000_000);
    }
    throw new IllegalStateException("No message arrived");
  }

  private UUID waiting(String name, int unit) {
    var grant = new Grant(Role.OWNER, new Scope.OfPlace(0));
    long account = accounts.ownerFor(new PhoneNumber("84912000111"), "Lê Văn Chủ", Instant.now());
    var owner = new Actor(account, "Chủ", Actor.Kind.OWNER, List.of(grant));
    var registration =
        new Registration(
            name, "eating-place", "Số 1", unit, null, null, null, null, null, null, null, null);
    return places.register(owner, registration, Instant.now());
  }

  private HttpResponse<String> send(Browser officer, String name, String type) {
    return officer.submit(
        "/places/new",
        "/places/new",
        "name",
        name,
        "type",
        type,
        "address",
        "Lê Lợi 15",
        "unit",
        Integer.toString(commune));
  }

  private HttpResponse<String> correct(
      Browser officer, String form, Map<String, String> hidden, String name) {
    return officer.post(
        form,
        hidden,
        "name",
        name,
        "type",
        "massage-beauty",
        "address",
        "Lê Lợi 15",
        "unit",
        Integer.toString(commune));
  }

  private Browser officer(String username) {
    Instant now = Instant.now();
    long account = accounts.create(username, "Cán bộ xã", PASSWORD, false, now);
    accounts.grant(account, new Grant(Role.COMMUNE, new Scope.OfUnit(commune)), 0, now);
    return Browser.signedIn(port, username, PASSWORD);
  }

  /** The page of the place that the list finds by this name. */
  private static String page(Browser officer, String name) {
    String found =
        officer.get("/places?text=" + URLEncoder.encode(name, StandardCharsets.UTF_8)).body();
    Matcher link = Pattern.compile("/places/[0-9a-f]{8}-[0-9a-f-]{27}").matcher(found);
    assertThat(link.find()).isTrue();
    return link.group();
  }
}
