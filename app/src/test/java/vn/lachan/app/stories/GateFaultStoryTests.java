package vn.lachan.app.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Route;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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
  /** A clock that somebody can set while the page is open. */
  private static final String HOUR_AHEAD =
      """
      const real = Date.now.bind(Date);
      window.ahead = 3600000;
      Date.now = () => real() + window.ahead;
      """;

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
    keeper = keeper();
  }

  @Test
  void aDayWithoutNetworkArrivesOnceThoughTheTabDiesAndAnswersAreLost() {
    Somebody desk = atDesk().signIn(owner);
    desk.open("/gates/places/" + place.publicId());
    desk.fill("name", "Máy bảng cổng trước");
    desk.press("Thêm máy");
    String code = desk.page.locator(".gate-secret code").innerText();
    GateTablet gate = onShift(onPhone(), code);

    gate.scan(card(1));
    gate.sees("Cho vào");
    gate.allSent();
    gate.isInstalled();
    BrowserContext tablet = gate.page.context();
    tablet.setOffline(true);
    for (int person = 2; person <= 8; person++) {
      gate.scan(card(person));
    }
    gate.sees("Đã giữ trên máy");
    gate.isWaiting(7);
    gate.page.close();

    var again = new GateTablet(tablet.newPage());
    again.page.navigate("/gates/device/gate");
    again.page.waitForSelector("#work:not([hidden])");
    again.isWaiting(7);
    assertThat(again.text("#inside")).startsWith("≈ 8");

    AtomicReference<String> batch = new AtomicReference<>("");
    again.page.route("**/device/batches", route -> loseFirstAnswer(route, batch));
    tablet.setOffline(false);
    again.allSent();
    assertThat(visits()).isEqualTo(8);
    String answer = (String) again.page.evaluate(SEND_AGAIN, batch.get());
    assertThat(answer).contains("stored").doesNotContain("refused");
    assertThat(visits()).isEqualTo(8);
    assertThat(again.text("#delivered")).isEqualTo("8");
    desk.open("/gates/places/" + place.publicId());
    desk.sees("Máy bảng cổng trước");
    assertThat(desk.page.locator("main").innerText()).contains("Đang dùng", "Đang trực");
  }

  /** The second was captured after somebody set the clock right, before the next contact. */
  @Test
  void aClockAnHourAheadIsMeasuredAlsoWhenItIsSetMeanwhile() {
    Somebody ahead = onPhone();
    ahead.page.addInitScript(HOUR_AHEAD);
    GateTablet gate = onShift(ahead, code());
    gate.goOffline();
    gate.scan(card(1));
    gate.page.evaluate("window.ahead = 0");
    gate.scan(card(2));
    gate.goOnline();
    gate.allSent();
    assertThat(corrections()).containsExactly(-3_600, 0);
  }

  @Test
  void twoTabletsAtOneGateCountAPersonOnce() {
    GateTablet front = onShift(onPhone(), code());
    GateTablet back = onShift(onPhone(), code());
    front.scan(card(1));
    front.sees("Cho vào");
    front.allSent();
    back.scan(card(1));
    back.sees("Đã ghi rồi");
    assertThat(visits()).isEqualTo(1);

    front.goOffline();
    back.goOffline();
    front.scan(card(2));
    front.sees("Cho vào");
    back.scan(card(2));
    back.sees("Cho vào");
    front.goOnline();
    front.allSent();
    back.goOnline();
    back.allSent();
    back.page.waitForSelector("#inside:text-is('2 / 50'), #inside:text-is('2')");
    assertThat(office.devices(Actor.program(), place.publicId(), Instant.now())).hasSize(2);
  }

  @Test
  void whatIsForgedStaleHostileOrOddIsSaidAndOnlyTheGoodIsKept() {
    Instant now = Instant.now();
    long person = world.person("Nguyễn Văn Mã", TestWorld.phone());
    var phone = new TestDevice();
    IssuedCode issued = codes.forDevice(person, phone.publicKey(), now);
    IssuedCode lost = codes.forPaper(person, now);
    IssuedCode old = codes.forPaper(person, now.minus(Duration.ofDays(400)));
    codes.revoke(person, lost.issue(), now);
    GateTablet gate = onShift(onPhone(), code());
    gate.goOffline();

    gate.refuses(new TestDevice().shows(issued, now), "không do hệ thống này cấp");
    gate.refuses(phone.shows(issued, now.minusSeconds(120)), "không phải của lúc này");
    gate.refuses(lost.text(), "đã bị thu hồi");
    gate.refuses(old.text(), "hết hạn");
    gate.refuses("038090000001|Lê Thị Hoa|05031990|Nam|Thôn 3|10052021", "Thẻ chỉ đọc được 6 mục");
    gate.refuses(
        "001093029317|NGUYEN LE KHA HAN|1987-01-18|0|162979388586171100|<1|7",
        "Mã quốc gia có 7 mục");
    gate.refuses("x".repeat(10_000), "dài quá");
    gate.refuses(place.code().shown(), "mã của chính điểm này");
    hostile(gate, "<img src=x onerror=alert()>", "ký tự không được dùng");
    hostile(gate, "Trần \u202ethịB", "ký tự ẩn");
    hostile(gate, "Lê ".repeat(3_400), "dài quá");
    assertThat(gate.page.locator("#work img").count()).isZero();
    accessibleByDayAndNight(gate.page);
    gate.scan(TestWorld.phone());
    accessibleByDayAndNight(gate.page);

    gate.scan(phone.shows(issued, Instant.now()));
    gate.sees("Cho vào");
    accessibleByDayAndNight(gate.page);
    gate.scan(card(9).replace("|05031990|", "|1990|"));
    gate.sees("Cho vào");
    gate.goOnline();
    gate.allSent();
    assertThat(gate.text("#verdict")).doesNotContain("Đã giữ trên máy");
    assertThat(visits()).isEqualTo(2);
  }

  @Test
  void aNameIsTwoWordsOrGivenTwiceAndACardInItsPlaceIsAScan() {
    GateTablet gate = onShift(onPhone(), code());
    String phone = TestWorld.phone();
    gate.scan(phone);
    gate.sees("Hỏi họ tên");
    gate.name("https://lachan.example/d/ABCD");
    assertThat(gate.text("#verdict")).doesNotContain("Cho vào");
    gate.scan(phone);
    gate.sees("Hỏi họ tên");
    gate.name(card(1));
    gate.sees("Cho vào");
    gate.sees("…" + card(1).substring(8, 12));

    gate.scan(phone);
    gate.name("Anna");
    gate.sees("Mới có một chữ");
    gate.page.press("#name", "Enter");
    gate.sees("Cho vào");
    gate.scan(TestWorld.phone());
    gate.name("Lê Hoa");
    gate.sees("Cho vào");
    gate.scan(card(2).replace("|05031990|", "|05031989|"));
    gate.sees("Xem lại thẻ");
    accessibleByDayAndNight(gate.page);
    gate.allSent();
    assertThat(visits()).isEqualTo(4);
  }

  /** The tablet has not heard of the revocation yet, and the server's answer comes late. */
  @Test
  void aStopThatComesLateIsShownAndTheEntryIsTakenBack() {
    Instant now = Instant.now();
    long person = world.person("Trần Văn Muộn", TestWorld.phone());
    IssuedCode lost = codes.forPaper(person, now.minusSeconds(60));
    GateTablet gate = onShift(onPhone(), code());
    gate.allSent();
    codes.revoke(person, lost.issue(), now);
    AtomicReference<Route> question = new AtomicReference<>();
    gate.page.route("**/device/scans", question::set);
    gate.scan(lost.text());
    gate.sees("Cho vào");
    question.get().resume();
    gate.sees("đã bị thu hồi");
    gate.page.waitForSelector("#verdict.is-stop");
    gate.page.waitForSelector("#inside:text-matches('^(≈ )?0')");
  }

  @Test
  void aKeeperSignsOnWithoutNetworkByPinAndGuessingPauses() {
    long other = keeper();
    String otherPin = pin(other);
    String pin = pin(keeper);
    String wrong = pin.equals("000000") ? "000001" : "000000";
    GateTablet gate = new GateTablet(onPhone().page).enrol(code());
    accessibleByDayAndNight(gate.page);
    gate.signOn(keeper, pin);
    gate.endShift();
    gate.allSent();

    gate.goOffline();
    gate.refusesPin(keeper, wrong, "Mã PIN không đúng");
    gate.refusesPin(other, otherPin, "Chỉ người đã nhận ca");
    gate.signOn(keeper, pin);
    gate.scan(card(1));
    gate.sees("Cho vào");
    gate.endShift();
    assertThat((String) gate.inside(EVERYTHING_KEPT, Map.of())).doesNotContain('"' + pin);
    assertThat(gate.inside("return (await store.fact('deviceKey')).extractable", Map.of()))
        .isEqualTo(false);

    pin(keeper);
    gate.goOnline();
    gate.allSent();
    assertThat(shifts()).isEqualTo(2);
    gate.page.waitForCondition(() -> "{}".equals(gate.inside(PINS_KEPT, Map.of())));
    gate.goOffline();
    for (int guess = 0; guess < 5; guess++) {
      gate.refusesPin(keeper, pin, "Chỉ người đã nhận ca");
    }
    gate.refusesPin(keeper, pin, "Máy tạm dừng nhận mã");
  }

  @Test
  void aRevokedTabletSendsWhatItHadAndForgetsEverything() {
    GateOffice.Enrolment made = enrolment();
    GateTablet gate = onShift(onPhone(), made.code());
    gate.goOffline();
    gate.scan(card(1));
    gate.sees("Đã giữ trên máy");
    office.revoke(Actor.program(), made.device(), "Mất ở bến xe", Instant.now().plusSeconds(1));
    gate.goOnline();
    gate.page.waitForSelector("#gone:not([hidden])");
    accessibleByDayAndNight(gate.page);
    assertThat(visits()).isEqualTo(1);
    gate.page.reload();
    gate.page.waitForSelector("#enrol:not([hidden])");
  }

  @Test
  void whoeverComesToAKioskScansAloneAndIsCountedOnce() {
    String code =
        office.enrol(Actor.program(), place.publicId(), "Tự quét", true, Instant.now()).code();
    GateTablet kiosk = new GateTablet(onPhone().page);
    kiosk.page.navigate("/gates/device/gate#" + code);
    kiosk.page.click("#enrol-form button");
    kiosk.page.waitForSelector("#work:not([hidden])");
    kiosk.scan(card(1));
    kiosk.sees("Cho vào");
    kiosk.scan(card(1));
    kiosk.sees("Đã ghi rồi");
    accessibleByDayAndNight(kiosk.page);
    kiosk.allSent();
    assertThat(visits()).isEqualTo(1);
  }

  private static final String SEND_AGAIN =
      """
      body => fetch("/api/v1/gates/device/batches", { method: "POST", body,
        headers: { "Content-Type": "application/json", "X-Lachan-Gate": "1" } })
        .then(answer => answer.text())
      """;

  private static final String PINS_KEPT = "return JSON.stringify(await store.fact('pins'))";

  private static final String EVERYTHING_KEPT =
      """
      const database = await store.open();
      const all = await Promise.all([...database.objectStoreNames].map((name) =>
        new Promise((kept) => {
          const request = database.transaction(name).objectStore(name).getAll();
          request.onsuccess = () => kept(request.result);
        })));
      return JSON.stringify(all);
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

  private static void hostile(GateTablet gate, String name, String words) {
    gate.scan(TestWorld.phone());
    gate.sees("Hỏi họ tên");
    gate.name(name);
    gate.sees(words);
  }

  private GateOffice.Enrolment enrolment() {
    return office.enrol(Actor.program(), place.publicId(), "Máy", false, Instant.now());
  }

  private String code() {
    return enrolment().code();
  }

  private long keeper() {
    return world
        .accounts()
        .byUsername(world.account(Role.KEEPER, new Scope.OfPlace(place.number())))
        .orElseThrow();
  }

  private String pin(long account) {
    return office.newPin(Actor.program(), place.publicId(), account, Instant.now());
  }

  private GateTablet onShift(Somebody tablet, String code) {
    String pin = pin(keeper);
    return new GateTablet(tablet.page).enrol(code).signOn(keeper, pin);
  }

  private String card(int number) {
    return "038090%06d||Lê Thị Hoa|05031990|Nam|Thôn 3|10052021"
        .formatted(place.number() % 10_000 * 100 + number);
  }

  private List<Integer> corrections() {
    return jdbc.sql(
            """
            select round(clock_correction_seconds, -1)::int from visits.visit
            where place = :place and abs(extract(epoch from now() - entered_at)) < 60
            order by clock_correction_seconds
            """)
        .param("place", place.number())
        .query((row, index) -> row.getInt(1))
        .list();
  }

  private int shifts() {
    return jdbc.sql(
            "select count(*) from gates.shift where ended_at is not null and place = :place")
        .param("place", place.number())
        .query(Integer.class)
        .single();
  }

  private int visits() {
    return jdbc.sql("select count(*) from visits.visit where place = :place")
        .param("place", place.number())
        .query(Integer.class)
        .single();
  }
}
