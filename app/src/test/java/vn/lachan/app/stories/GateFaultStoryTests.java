package vn.lachan.app.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lachan.app.TestWorld;
import vn.lachan.app.access.Actor;
import vn.lachan.app.access.Role;
import vn.lachan.app.access.Scope;
import vn.lachan.app.gates.GateOffice;
import vn.lachan.app.people.IssuedCode;
import vn.lachan.app.people.PersonalCodes;
import vn.lachan.app.people.TestDevice;
import vn.lachan.app.places.PlaceCard;

/** A gate's tablet through everything that goes wrong; no scan is lost and none counts twice. */
class GateFaultStoryTests extends Story {
  private static final String HOUR_AHEAD =
      "const real = Date.now.bind(Date); Date.now = () => real() + 3600000;";
  private static final String ALMOST_FULL =
      "navigator.storage.estimate = async () => ({ quota: 50e6, usage: 45e6 });";

  @Autowired private GateOffice office;
  @Autowired private PersonalCodes codes;
  @Autowired private JdbcClient jdbc;

  private PlaceCard place;
  private String owner;
  private long keeper;

  @BeforeEach
  void place() {
    place = world.place();
    owner = world.account(Role.OWNER, new Scope.OfPlace(place.number()));
    keeper =
        world
            .accounts()
            .byUsername(world.account(Role.KEEPER, new Scope.OfPlace(place.number())))
            .orElseThrow();
  }

  @Test
  void aDayWithoutNetworkArrivesOnceThoughTheTabDiesAndAnswersAreLost() {
    Somebody desk = atDesk().signIn(owner);
    desk.open("/gates/places/" + place.publicId());
    desk.fill("name", "Máy bảng cổng trước");
    desk.press("Thêm máy");
    String code = desk.page.locator(".gate-secret code").innerText();
    Page gate = onShift(onPhone(), code);

    scan(gate, card(1));
    sees(gate, "Cho vào");
    sent(gate);
    gate.evaluate("navigator.serviceWorker.ready.then(() => true)");
    BrowserContext tablet = gate.context();
    tablet.setOffline(true);
    for (int person = 2; person <= 8; person++) {
      scan(gate, card(person));
    }
    sees(gate, "Đã giữ trên máy");
    assertThat(text(gate, "#waiting")).isEqualTo("7");
    gate.close();

    Page again = tablet.newPage();
    again.navigate("/gates/device/gate");
    again.waitForSelector("#work:not([hidden])");
    again.waitForSelector("#waiting:text-is('7')");
    assertThat(text(again, "#inside")).startsWith("≈ 8");

    AtomicReference<String> batch = new AtomicReference<>("");
    again.route("**/device/batches", route -> loseFirstAnswer(route, batch));
    tablet.setOffline(false);
    sent(again);
    assertThat(visits()).isEqualTo(8);
    String answer = (String) again.evaluate(SEND_AGAIN, batch.get());
    assertThat(answer).contains("stored").doesNotContain("refused");
    assertThat(visits()).isEqualTo(8);
    assertThat(text(again, "#delivered")).isEqualTo("8");
    desk.open("/gates/places/" + place.publicId());
    desk.sees("Máy bảng cổng trước");
    assertThat(desk.page.locator("main").innerText()).contains("Đang dùng", "Đang trực");
  }

  @Test
  void aClockAnHourAheadAndPaperThinStorage() {
    Somebody ahead = onPhone();
    ahead.page.addInitScript(HOUR_AHEAD);
    Page gate = onShift(ahead, code());
    scan(gate, card(1));
    sent(gate);
    assertThat(
            jdbc.sql(
                    """
                    select clock_correction_seconds from visits.visit
                    where place = :place and abs(extract(epoch from now() - entered_at)) < 60
                    """)
                .param("place", place.number())
                .query(Integer.class)
                .single())
        .isBetween(-3_602, -3_598);

    Somebody full = onPhone();
    full.page.addInitScript(ALMOST_FULL);
    Page other = onShift(full, code());
    scan(other, card(2));
    sees(other, "Bộ nhớ của máy sắp hết");
    assertThat(visits()).isEqualTo(1);
  }

  @Test
  void whatIsForgedStaleHostileOrOddIsSaidAndOnlyTheGoodIsKept() {
    Instant now = Instant.now();
    long person = world.person("Nguyễn Văn Mã", TestWorld.phone());
    var phone = new TestDevice();
    IssuedCode issued = codes.forDevice(person, phone.publicKey(), now);
    String good = phone.shows(issued, now);
    String forged = new TestDevice().shows(issued, now);
    String stale = phone.shows(issued, now.minusSeconds(120));
    Page gate = onShift(onPhone(), code());
    gate.context().setOffline(true);
    gate.waitForSelector("#network:text-is('Mất mạng')");

    refuses(gate, forged, "không do hệ thống này cấp");
    refuses(gate, stale, "không phải của lúc này");
    refuses(gate, "038090000001|Lê Thị Hoa|05031990|Nam|Thôn 3|10052021", "Thẻ chỉ đọc được 6 mục");
    refuses(gate, "x".repeat(10_000), "dài quá");
    refuses(gate, place.code().shown(), "mã của chính điểm này");
    scan(gate, TestWorld.phone());
    sees(gate, "Hỏi họ tên");
    name(gate, "<img src=x onerror=alert(1)>");
    sees(gate, "ký tự không được dùng");
    scan(gate, TestWorld.phone());
    name(gate, "Trần \u202ethịB");
    sees(gate, "ký tự ẩn");
    assertThat(gate.locator("#work img").count()).isZero();

    scan(gate, good);
    sees(gate, "Cho vào");
    scan(gate, card(9).replace("|05031990|", "|1990|"));
    sees(gate, "Cho vào");
    gate.context().setOffline(false);
    sent(gate);
    assertThat(visits()).isEqualTo(2);
  }

  @Test
  void aRevokedTabletSendsWhatItHadAndForgetsEverything() {
    GateOffice.Enrolment made = enrolment();
    Page gate = onShift(onPhone(), made.code());
    gate.context().setOffline(true);
    scan(gate, card(1));
    sees(gate, "Đã giữ trên máy");
    office.revoke(Actor.program(), made.device(), "Mất ở bến xe", Instant.now().plusSeconds(1));
    gate.context().setOffline(false);
    gate.waitForSelector("#gone:not([hidden])");
    assertThat(visits()).isEqualTo(1);
    gate.reload();
    gate.waitForSelector("#enrol:not([hidden])");
  }

  private static final String SEND_AGAIN =
      """
      body => fetch("/api/v1/gates/device/batches", { method: "POST", body,
        headers: { "Content-Type": "application/json", "X-Lachan-Gate": "1" } })
        .then(answer => answer.text())
      """;

  /** The server has it, the tablet does not hear so; the next time all is well. */
  private static void loseFirstAnswer(Route route, AtomicReference<String> batch) {
    if (batch.get().isEmpty()) {
      batch.set(route.request().postData());
      route.fetch();
      route.abort();
    } else {
      route.resume();
    }
  }

  private GateOffice.Enrolment enrolment() {
    return office.enrol(Actor.program(), place.publicId(), "Máy", false, Instant.now());
  }

  private String code() {
    return enrolment().code();
  }

  private Page onShift(Somebody tablet, String code) {
    String pin = office.newPin(Actor.program(), place.publicId(), keeper, Instant.now());
    Page gate = tablet.page;
    gate.navigate("/gates/device/gate#" + code);
    gate.click("#enrol-form button");
    gate.waitForSelector("#sign-on-form:not([hidden])");
    gate.fill("#pin", pin);
    gate.click("#sign-on-form button");
    gate.waitForSelector("#work:not([hidden])");
    return gate;
  }

  private String card(int number) {
    return "038090%06d||Lê Thị Hoa|05031990|Nam|Thôn 3|10052021"
        .formatted(place.number() % 10_000 * 100 + number);
  }

  /** As a reader types: all at once, then Enter; the verdict is waited for. */
  private void scan(Page gate, String text) {
    gate.evaluate("document.body.removeAttribute('data-verdict-millis')");
    gate.fill("#text", text);
    gate.press("#text", "Enter");
    gate.waitForSelector("body[data-verdict-millis]");
  }

  private void name(Page gate, String name) {
    gate.evaluate("document.body.removeAttribute('data-verdict-millis')");
    gate.fill("#name", name);
    gate.press("#name", "Enter");
    gate.waitForSelector("body[data-verdict-millis]");
  }

  private void refuses(Page gate, String text, String words) {
    scan(gate, text);
    sees(gate, words);
    assertThat(gate.locator("#verdict").getAttribute("class")).contains("is-stop");
  }

  private static void sees(Page gate, String words) {
    gate.locator("#verdict").getByText(words).first().waitFor();
  }

  private static void sent(Page gate) {
    gate.waitForSelector("#waiting:text-is('0')");
  }

  private static String text(Page gate, String selector) {
    return gate.locator(selector).innerText();
  }

  private int visits() {
    return jdbc.sql("select count(*) from visits.visit where place = :place")
        .param("place", place.number())
        .query(Integer.class)
        .single();
  }
}
