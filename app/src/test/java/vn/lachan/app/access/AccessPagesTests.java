package vn.lachan.app.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.lachan.app.Browser;
import vn.lachan.app.ProgramTest;
import vn.lachan.app.messaging.Messages;
import vn.lachan.engine.scan.PhoneNumber;

@ProgramTest
class AccessPagesTests {
  private static final String PASSWORD = "mat-khau-dai";
  private static final Grant OPERATOR = new Grant(Role.OPERATOR, new Scope.Everywhere());

  @LocalServerPort private int port;
  @Autowired private Accounts accounts;
  @Autowired private Tokens tokens;
  @Autowired private Keepers keepers;
  @Autowired private Actors actors;
  @Autowired private Messages messages;

  @Test
  void everyAnswerCarriesTheStrictHeaders() {
    var browser = new Browser(port);
    for (String path :
        List.of(
            "/sign-in",
            "/assets/portal/resident.css",
            "/api/v1/nothing",
            "/actuator/health",
            "/no-such-page",
            "/audit")) {
      var headers = browser.get(path).headers();
      assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
          .as(path)
          .startsWith("default-src 'none'; script-src 'self'; style-src 'self'")
          .contains("frame-ancestors 'none'");
      assertThat(headers.firstValue("X-Content-Type-Options")).as(path).contains("nosniff");
      assertThat(headers.firstValue("Referrer-Policy")).as(path).contains("same-origin");
      assertThat(headers.firstValue("Permissions-Policy").orElse(""))
          .as(path)
          .contains("camera=(self)");
      assertThat(headers.firstValue("Cross-Origin-Opener-Policy")).as(path).contains("same-origin");
      assertThat(headers.firstValue("X-Correlation-Id")).as(path).isPresent();
    }
    assertThat(
            browser
                .get("/assets/portal/resident.css")
                .headers()
                .firstValue("Cache-Control")
                .orElse(""))
        .contains("max-age");
    assertThat(browser.get("/sign-in").headers().firstValue("Cache-Control").orElse(""))
        .contains("no-store");
  }

  @Test
  void readingAPageNeedsNoSession() {
    assertThat(new Browser(port).get("/sign-in").headers().allValues("Set-Cookie"))
        .noneMatch(cookie -> cookie.startsWith("lachan-session"));
  }

  @Test
  void aForgedFormIsRefused() {
    Browser browser = operator("gia.mao");
    HttpResponse<String> forged =
        browser.post(
            "/access/accounts",
            "username=x&displayName=x&role=TRACER",
            List.of(
                "Content-Type", "application/x-www-form-urlencoded",
                "Origin", "https://elsewhere.example"));

    assertThat(forged.statusCode()).isEqualTo(403);
    assertThat(forged.body()).doesNotContain("name=\"displayName\"");
    assertThat(accounts.byUsername("x")).isEmpty();
  }

  @Test
  void aFormOfAnEndedSessionIsKeptThroughSigningIn() {
    Browser browser = operator("phien.het");
    Map<String, String> hidden = Browser.hiddenFields(browser.get("/access/accounts/new").body());
    browser.loseSession();

    HttpResponse<String> asked =
        browser.post(
            "/access/accounts",
            hidden,
            "username",
            "giu.lai",
            "displayName",
            "Tên &đã; \"gõ\"",
            "role",
            "TRACER");
    assertThat(asked.statusCode()).isEqualTo(401);
    Map<String, String> kept = Browser.hiddenFields(asked.body());
    assertThat(kept)
        .containsEntry("kept.displayName", "Tên &đã; \"gõ\"")
        .containsEntry("kept-to", "/access/accounts");

    HttpResponse<String> wrong =
        browser.post("/sign-in", kept, "username", "phien.het", "password", "sai-mat-khau");
    assertThat(wrong.statusCode()).isEqualTo(401);
    HttpResponse<String> again =
        browser.post(
            "/sign-in",
            Browser.hiddenFields(wrong.body()),
            "username",
            "phien.het",
            "password",
            PASSWORD);
    assertThat(again.statusCode()).isEqualTo(200);
    assertThat(again.body()).contains("action=\"/access/accounts\"");

    HttpResponse<String> done =
        browser.post("/access/accounts", Browser.hiddenFields(again.body()));
    assertThat(done.statusCode()).isEqualTo(200);
    assertThat(accounts.byUsername("giu.lai")).isPresent();
  }

  @Test
  void aForgedFormIsNotCarriedThroughSigningIn() {
    var browser = new Browser(port);
    browser.get("/sign-in");
    HttpResponse<String> answer =
        browser.post(
            "/access/accounts",
            "username=x",
            List.of(
                "Content-Type",
                "application/x-www-form-urlencoded",
                "Sec-Fetch-Site",
                "cross-site"));
    assertThat(answer.statusCode()).isEqualTo(403);
  }

  @Test
  void aOneTimePasswordMustBeChangedFirst() {
    accounts.create("mot.lan", "Một Lần", PASSWORD, true, Instant.now());
    Browser browser = Browser.signedIn(port, "mot.lan", PASSWORD);

    assertThat(browser.get("/audit").headers().firstValue("Location").orElse(""))
        .endsWith("/access/me");
    HttpResponse<String> changed =
        browser.submit(
            "/access/me",
            "/access/me/password",
            "oldPassword",
            PASSWORD,
            "newPassword",
            "mat-khau-moi");
    assertThat(changed.statusCode()).isEqualTo(302);
    assertThat(browser.get("/access/me?changed").body()).contains("Đã đổi mật khẩu");
    assertThat(browser.get("/audit").statusCode()).isEqualTo(403);
  }

  @Test
  void aChangedPasswordEndsOtherSessions() {
    accounts.create("hai.phien", "Hai Phiên", PASSWORD, false, Instant.now());
    Browser first = Browser.signedIn(port, "hai.phien", PASSWORD);
    Browser second = Browser.signedIn(port, "hai.phien", PASSWORD);
    long signedIn = Instant.now().toEpochMilli();
    await("the next millisecond").until(() -> Instant.now().toEpochMilli() > signedIn);

    first.submit(
        "/access/me",
        "/access/me/password",
        "oldPassword",
        PASSWORD,
        "newPassword",
        "mat-khau-moi");

    assertThat(first.get("/access/me").statusCode()).isEqualTo(200);
    assertThat(second.get("/access/me").statusCode()).isEqualTo(302);
  }

  @Test
  void signingOutEndsTheSession() {
    Browser browser = operator("ra.ve");
    assertThat(browser.get("/access/accounts").statusCode()).isEqualTo(200);
    browser.submit("/access/me", "/sign-out");
    assertThat(browser.get("/access/accounts").statusCode()).isEqualTo(302);
  }

  @Test
  void aClosedAccountEndsAtItsNextRequest() {
    Browser browser = operator("bi.khoa");
    long account = accounts.byUsername("bi.khoa").orElseThrow();
    accounts.close(Actor.program(), account, null, Instant.now());
    assertThat(browser.get("/access/accounts").statusCode()).isEqualTo(302);
  }

  @Test
  void theProgramsFiguresAreNotForOutside() {
    var browser = new Browser(port);
    assertThat(browser.get("/actuator/health").statusCode()).isEqualTo(200);
    assertThat(browser.get("/actuator/health", "X-Forwarded-For", "8.8.8.8").statusCode())
        .isEqualTo(200);
    assertThat(browser.get("/actuator/prometheus", "X-Forwarded-For", "8.8.8.8").statusCode())
        .isEqualTo(404);

    long number = accounts.create("so.lieu", "Số Liệu", PASSWORD, false, Instant.now());
    accounts.grant(number, OPERATOR, 0, Instant.now());
    Actor operator = actors.find(number, Instant.now()).orElseThrow().actor();
    Tokens.NewToken token =
        tokens.create(
            operator,
            "prometheus",
            OPERATOR,
            Instant.now().plus(Duration.ofDays(1)),
            Instant.now());
    String[] headers = {"X-Forwarded-For", "8.8.8.8", "Authorization", "Bearer " + token.token()};
    assertThat(browser.get("/actuator/prometheus", headers).statusCode()).isNotEqualTo(404);
    tokens.revoke(operator, token.number(), Instant.now());
    assertThat(browser.get("/actuator/prometheus", headers).statusCode()).isEqualTo(404);
  }

  @Test
  void anOwnerSignsInWithACodeSentToTheirPhone() {
    var phone = new PhoneNumber("84912000111");
    long owner = accounts.ownerFor(phone, "Bà Chủ", Instant.now());
    accounts.assignPlace(owner, 4_711, 0, Instant.now());
    var browser = new Browser(port);

    HttpResponse<String> asked =
        browser.submit(
            "/sign-in/phone?to=/access/keepers/4711", "/sign-in/phone", "phone", "0912 000 111");
    HttpResponse<String> entered =
        browser.post(
            "/sign-in/phone/code", Browser.hiddenFields(asked.body()), "code", codeFor(phone));

    assertThat(entered.statusCode()).isEqualTo(302);
    assertThat(entered.headers().firstValue("Location").orElse(""))
        .endsWith("/access/keepers/4711");
    assertThat(browser.get("/access/keepers/4711").body()).contains("Chưa có người trực nào");
    assertThat(browser.get("/access/keepers/4712").statusCode()).isEqualTo(403);
    assertThat(browser.get("/messaging/handset").body()).contains("mã xác thực");
  }

  @Test
  void anUnknownPhoneGetsTheSameAnswerUntilItIsProved() {
    var browser = new Browser(port);
    HttpResponse<String> asked =
        browser.submit("/sign-in/phone", "/sign-in/phone", "phone", "0912 000 222");
    assertThat(asked.statusCode()).isEqualTo(200);
    HttpResponse<String> entered =
        browser.post(
            "/sign-in/phone/code",
            Browser.hiddenFields(asked.body()),
            "code",
            codeFor(new PhoneNumber("84912000222")));
    assertThat(entered.body()).contains("Số này chưa đăng ký điểm nào");
    assertThat(browser.get("/access/me").statusCode()).isEqualTo(302);
  }

  @Test
  void aKeeperAcceptsAnInvitationInTheBrowserOnce() {
    long owner = accounts.ownerFor(new PhoneNumber("84912000333"), "Bà Chủ", Instant.now());
    accounts.assignPlace(owner, 4_713, 0, Instant.now());
    Actor actor = actors.find(owner, Instant.now()).orElseThrow().actor();
    String path = "/access/invitation/" + keepers.invite(actor, 4_713, Instant.now()).token();
    var browser = new Browser(port);

    HttpResponse<String> made =
        browser.submit(path, path, "displayName", "Chị Ba", "password", PASSWORD);
    Matcher username = Pattern.compile("truc-\\d{6}").matcher(made.body());
    assertThat(username.find()).isTrue();
    assertThat(Browser.signedIn(port, username.group(), PASSWORD).get("/access/me").body())
        .contains("Chị Ba");
    assertThat(new Browser(port).get(path).statusCode()).isEqualTo(410);
  }

  @Test
  void theOperatorsPagesOpen() {
    Browser browser = operator("xem.trang");
    long account = accounts.byUsername("xem.trang").orElseThrow();
    for (String path :
        List.of(
            "/access/accounts",
            "/access/accounts?q=xem&role=OPERATOR&closed=false",
            "/access/accounts/new",
            "/access/accounts/" + account,
            "/access/tokens",
            "/access/me")) {
      assertThat(browser.get(path).statusCode()).as(path).isEqualTo(200);
      assertThat(browser.get(path + (path.contains("?") ? "&" : "?") + "lang=en").statusCode())
          .as(path)
          .isEqualTo(200);
    }
    accounts.grant(account, new Grant(Role.AUDITOR, new Scope.Everywhere()), 0, Instant.now());
    assertThat(browser.get("/audit?actor=xem.trang&from=2020-01-01").body())
        .contains("access.sign-in");
    HttpResponse<String> made =
        browser.submit(
            "/access/tokens",
            "/access/tokens",
            "name",
            "Kho",
            "lastDay",
            "2020-01-01",
            "role",
            "TRACER");
    assertThat(made.statusCode()).isEqualTo(422);
  }

  @Test
  void aRoleOfOneDistrictIsNeverGivenEverywhereByAnEmptyField() {
    HttpResponse<String> made =
        operator("tao.huyen")
            .submit(
                "/access/accounts/new",
                "/access/accounts",
                "username",
                "huyen.nao",
                "displayName",
                "Huyện nào",
                "role",
                "DISTRICT",
                "unit",
                "");
    assertThat(made.statusCode()).isEqualTo(422);
    assertThat(made.body()).contains("phải gắn với một đơn vị");
    assertThat(accounts.byUsername("huyen.nao")).isEmpty();
  }

  private Browser operator(String username) {
    long account = accounts.create(username, "Điều Hành", PASSWORD, false, Instant.now());
    accounts.grant(account, OPERATOR, 0, Instant.now());
    return Browser.signedIn(port, username, PASSWORD);
  }

  private String codeFor(PhoneNumber phone) {
    return await("a message with a code")
        .until(() -> sentTo(phone), Optional::isPresent)
        .orElseThrow();
  }

  private Optional<String> sentTo(PhoneNumber phone) {
    return messages.handset(200).stream()
        .filter(message -> message.phone().equals(phone.digits()))
        .map(message -> Pattern.compile("\\d{6}").matcher(message.text()))
        .filter(Matcher::find)
        .map(Matcher::group)
        .findFirst();
  }
}
