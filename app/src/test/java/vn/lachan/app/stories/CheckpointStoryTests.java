package vn.lachan.app.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lachan.app.TestWorld;
import vn.lachan.app.access.Actor;
import vn.lachan.app.access.Role;
import vn.lachan.app.access.Scope;
import vn.lachan.app.gates.GateOffice;
import vn.lachan.app.places.PlaceCard;
import vn.lachan.app.places.Places;
import vn.lachan.app.places.Registration;

/**
 * Declaring at a gate, a checkpoint and a screen with a changing code, with network and without.
 */
class CheckpointStoryTests extends Story {
  @Autowired private GateOffice office;
  @Autowired private Places places;
  @Autowired private JdbcClient jdbc;

  private PlaceCard place;
  private long keeper;

  @BeforeEach
  void place() {
    open("eating-place");
  }

  @Test
  void aFeverDeclaredAtASchoolsGateWithoutNetworkIsATaskOfTheHealthStation() {
    open("school");
    Somebody tablet = onPhone();
    Page gate = onShift(tablet, GateOffice.Mode.KEEPER);
    gate.waitForFunction("document.documentElement.dataset.form !== ''");
    scan(gate, card(1));
    sees(gate, "Cho vào");
    gate.waitForSelector("#waiting:text-is('0')");
    accessible(tablet);
    gate.context().setOffline(true);
    gate.waitForSelector("#network:text-is('Mất mạng')");

    scan(gate, card(2));
    gate.click("#declare-open");
    gate.waitForSelector("#declare:not([hidden])");
    accessible(tablet);
    gate.click("#declare-send");
    gate.locator("#declare .error:visible").first().waitFor();
    answer(gate, "travel", false);
    answer(gate, "symptoms", true);
    answer(gate, "contact-patient", false);
    answer(gate, "contact-from-country", false);
    answer(gate, "contact-symptomatic", false);
    assertThat(gate.locator("#declare").innerText()).doesNotContain("Họ tên");
    gate.click("#declare-send");
    sees(gate, "gọi trạm y tế xã");
    assertThat(gate.locator("#verdict").getAttribute("class")).contains("is-stop");
    assertThat(gate.locator("#verdict").innerText()).doesNotContain("sốt", "Sốt", "bệnh");
    assertThat(gate.locator("#waiting").innerText()).isEqualTo("2");
    gate.check("input[name=direction][value=in]");
    scan(gate, card(2));
    sees(gate, "Chưa ghi lượt vào");
    assertThat(gate.locator("#waiting").innerText()).isEqualTo("2");

    gate.context().setOffline(false);
    gate.waitForSelector("#waiting:text-is('0')");
    Somebody station = atDesk().signIn(world.account(Role.COMMUNE, world.inCommune()));
    station.open("/casework/tasks");
    station.sees("Lê T. ***");
    assertThat(
            jdbc.sql(
                    """
                    select d.way || ' ' || (d.sealed is not null) || ' ' || d.level
                    from declarations.declaration d where d.place = :place
                    """)
                .param("place", place.number())
                .query((row, index) -> row.getString(1))
                .single())
        .isEqualTo("GATE true YELLOW");
  }

  @Test
  void aTripOfThreeWithoutNetworkArrivesOnce() {
    open("checkpoint");
    Somebody tablet = onPhone();
    Page gate = onShift(tablet, GateOffice.Mode.KEEPER);
    gate.waitForSelector("#trip-part:not([hidden])");
    gate.waitForSelector("#waiting:text-is('0')");
    gate.context().setOffline(true);
    gate.waitForSelector("#network:text-is('Mất mạng')");
    for (int person = 1; person <= 3; person++) {
      scan(gate, card(person));
      sees(gate, "Đã thêm vào chuyến");
    }
    scan(gate, card(3));
    sees(gate, "đã có trong chuyến");
    assertThat(gate.locator("#trip-people li").count()).isEqualTo(3);
    assertThat(gate.locator("#trip-people").innerText()).contains("Lê T. ***");
    gate.click("#trip-record");
    assertThat(gate.locator("#trip-plate-error").innerText()).contains("Cần biển số");
    gate.fill("#trip-plate", "36a-123.45");
    gate.click("#trip-record");
    assertThat(gate.locator("#trip-vehicle-error").innerText()).contains("Chọn loại xe");
    gate.selectOption("#trip-vehicle", "car");
    gate.check("input[name=trip-decision][value=refused]");
    gate.click("#trip-record");
    assertThat(gate.locator("#trip-reason-error").innerText()).contains("Chọn lý do");
    gate.selectOption("#trip-reason", "no-test");
    gate.locator("#trip-people li").nth(1).locator("summary").click();
    gate.locator("#trip-people li").nth(1).locator("[data-part=test]").selectOption("pcr");
    accessible(tablet);
    gate.click("#trip-record");
    assertThat(gate.locator("#trip-error").innerText()).contains("Chưa chọn kết quả");
    gate.locator("#trip-people li").nth(1).locator("[data-part=result]").selectOption("negative");
    gate.click("#trip-record");
    sees(gate, "Đã ghi chuyến có 3 người");
    assertThat(gate.locator("#waiting").innerText()).isEqualTo("1");
    assertThat(gate.locator("#trip-people li").count()).isZero();

    gate.context().setOffline(false);
    gate.waitForSelector("#waiting:text-is('0')");
    Somebody officer = atDesk().signIn(world.account(Role.COMMUNE, world.inCommune()));
    officer.open("/gates/trips?place=" + place.publicId());
    officer.sees("36•••45");
    officer.sees("Không có giấy xét nghiệm");
    accessible(officer);
    officer.press("36•••45");
    officer.sees("Người trên xe");
    officer.page.selectOption("#purpose", "TRACE");
    officer.page.locator("main form button").last().click();
    officer.sees("36A12345");
    accessible(officer);
    officer.open("/gates/trips/figures?place=" + place.publicId());
    officer.sees("Vì sao không cho qua");
    accessible(officer);
  }

  @Test
  void anOpenTripComesBackSealedAndWhoMustStopIsMarked() {
    open("checkpoint");
    Somebody tablet = onPhone();
    Page gate = onShift(tablet, GateOffice.Mode.KEEPER);
    gate.waitForSelector("#waiting:text-is('0')");
    gate.evaluate("navigator.serviceWorker.ready.then(() => true)");
    gate.context().setOffline(true);
    gate.waitForSelector("#network:text-is('Mất mạng')");
    scan(gate, card(1));
    scan(gate, card(2));
    gate.fill("#trip-plate", "36a-123.45");
    gate.press("#trip-plate", "Tab");
    declare(gate, 1, false);
    sees(gate, "Chọn cách xử lý cho cả chuyến");
    assertThat(gate.locator("#verdict").innerText()).doesNotContain("Cho vào");
    declare(gate, 2, true);
    sees(gate, "gọi trạm y tế xã");
    assertThat(gate.locator("#trip-people li").nth(1).innerText()).contains("Phải dừng");
    gate.waitForFunction(
        "new Promise(done => indexedDB.open('lachan-gate').onsuccess = opened =>"
            + " opened.target.result.transaction('facts').objectStore('facts').get('trip').onsuccess ="
            + " found => done(found.target.result.people[1].state === 'stop'))");

    gate.reload();
    gate.waitForSelector("#trip-kept:not([hidden])");
    assertThat(gate.locator("#trip-people li").count()).isEqualTo(2);
    assertThat(gate.locator("#trip-people li").nth(1).innerText()).contains("Phải dừng");
    assertThat(gate.locator("#trip-plate").getAttribute("placeholder")).contains("2345");
    assertThat(
            gate.evaluate(
                    "new Promise(done => indexedDB.open('lachan-gate').onsuccess = opened =>"
                        + " opened.target.result.transaction('facts').objectStore('facts').get('trip')"
                        + ".onsuccess = found => done(JSON.stringify(found.target.result)))")
                .toString())
        .doesNotContain("36A12345", "Hoa", "038090");
    accessible(tablet);
    gate.click("#end-shift");
    assertThat(gate.locator("#trip-error").innerText()).contains("chưa ghi");
    gate.selectOption("#trip-vehicle", "car");
    gate.check("input[name=trip-decision][value=sent-on]");
    gate.selectOption("#trip-reason", "to-health-station");
    gate.click("#trip-record");
    sees(gate, "Đã ghi chuyến có 2 người");
    gate.context().setOffline(false);
    gate.waitForSelector("#waiting:text-is('0')");
    assertThat(gate.locator("#refused").isHidden()).isTrue();
    Somebody officer = atDesk().signIn(world.account(Role.COMMUNE, world.inCommune()));
    officer.open("/gates/trips?place=" + place.publicId());
    officer.sees("36•••45");
    officer.sees("1 phải dừng");
  }

  @Test
  void aGroupThatRepeatsIsFilledInAtTheGateWithoutNetwork() {
    jdbc.sql(
            """
            insert into gates.place_setting values (:place, false, 'places-visited', false, now(), 0)
            """)
        .param("place", place.number())
        .update();
    Somebody tablet = onPhone();
    Page gate = onShift(tablet, GateOffice.Mode.KEEPER);
    gate.waitForSelector("#waiting:text-is('0')");
    gate.context().setOffline(true);
    gate.waitForSelector("#network:text-is('Mất mạng')");
    scan(gate, card(1));
    gate.click("#declare-open");
    stay(gate, 0, "Chợ Vườn Hoa");
    gate.focus(".repeat-add");
    gate.keyboard().press("Enter");
    gate.focus(".repeat-add");
    gate.keyboard().press("Enter");
    assertThat(gate.locator(".repeat-row").count()).isEqualTo(3);
    accessible(tablet);
    gate.locator(".repeat-row").nth(1).locator(".repeat-remove").click();
    stay(gate, 2, "");
    answer(gate, "symptoms", false);
    gate.click("#declare-send");
    gate.locator("#declare .error:visible").waitFor();
    stay(gate, 2, "Bến xe phía Bắc");
    gate.click("#declare-send");
    sees(gate, "Đã nhận khai báo");
    gate.context().setOffline(false);
    gate.waitForSelector("#waiting:text-is('0')");
    assertThat(
            jdbc.sql(
                    """
                    select count(*) from declarations.stay s
                    join declarations.declaration d on d.number = s.declaration
                    where d.place = :place
                    """)
                .param("place", place.number())
                .query((row, index) -> row.getInt(1))
                .single())
        .isEqualTo(2);
  }

  private static void stay(Page gate, int number, String place) {
    String day = LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh")).minusDays(2).toString();
    gate.fill("[name='q.stay-place#" + number + "']", place);
    gate.fill("[name='q.stay-from#" + number + "']", day + "T08:00");
    gate.fill("[name='q.stay-to#" + number + "']", day + "T09:00");
  }

  /** By the button in the row of somebody on the vehicle, from 1. */
  private static void declare(Page gate, int person, boolean symptoms) {
    gate.locator("#trip-people li").nth(person - 1).locator("[data-act=declare]").click();
    gate.waitForSelector("#declare:not([hidden])");
    answer(gate, "travel", false);
    answer(gate, "symptoms", symptoms);
    answer(gate, "contact-patient", false);
    answer(gate, "contact-from-country", false);
    answer(gate, "contact-symptomatic", false);
    gate.click("#declare-send");
    gate.waitForSelector("#work:not([hidden])");
  }

  @Test
  void aScreensCodeIsAcceptedAndAnOldOneIsMarked() {
    office.ask(
        Actor.program(),
        place.publicId(),
        new GateOffice.PlaceAsks(false, null, true),
        Instant.now());
    Somebody screen = atDesk();
    screen.page.navigate("/gates/device/gate#" + code(GateOffice.Mode.SCREEN));
    screen.page.click("#enrol-form button");
    screen.page.waitForSelector("#screen-code[data-address]");
    accessible(screen);
    String address = screen.page.locator("#screen-code").getAttribute("data-address");
    assertThat(address).contains("/d/" + place.code().symbols() + "?p=");

    Somebody visitor = onPhone();
    visitor.page.navigate(address);
    visitor.sees("Đã quét mã trên màn hình");
    accessible(visitor);
    enter(visitor);
    assertThat(flags()).isEqualTo(16);

    Somebody late = at(chromium);
    late.page.navigate(address.substring(0, address.length() - 3) + "AAA");
    late.sees("Mã trên màn hình đã đổi");
    enter(late);
    assertThat(flags()).isEqualTo(8);
  }

  private void enter(Somebody visitor) {
    visitor.page.fill("#phone", TestWorld.phone());
    visitor.page.fill("#name", "Trần Thị Bình");
    visitor.page.press("#name", "Enter");
    visitor.sees("Ra về");
  }

  private int flags() {
    return jdbc.sql(
            """
            select flags from visits.visit where place = :place
            order by entered_at desc, received_at desc, flags limit 1
            """)
        .param("place", place.number())
        .query((row, index) -> row.getInt("flags"))
        .single();
  }

  private void open(String type) {
    var registration =
        new Registration(
            "Điểm " + type + " " + UUID.randomUUID().toString().substring(0, 8),
            type,
            "Số " + UUID.randomUUID().toString().substring(0, 8),
            world.commune().id(),
            null,
            null,
            "always",
            50,
            null,
            null,
            null,
            null);
    UUID id = places.register(Actor.program(), registration, Instant.now());
    place = places.byPublicId(id).orElseThrow();
    keeper =
        world
            .accounts()
            .byUsername(world.account(Role.KEEPER, new Scope.OfPlace(place.number())))
            .orElseThrow();
  }

  private String code(GateOffice.Mode mode) {
    return office.enrol(Actor.program(), place.publicId(), "Máy", mode, Instant.now()).code();
  }

  private Page onShift(Somebody tablet, GateOffice.Mode mode) {
    String pin = office.newPin(Actor.program(), place.publicId(), keeper, Instant.now());
    Page gate = tablet.page;
    gate.navigate("/gates/device/gate#" + code(mode));
    gate.click("#enrol-form button");
    gate.waitForSelector("#sign-on-form:not([hidden])");
    accessible(tablet);
    gate.fill("#pin", pin);
    gate.click("#sign-on-form button");
    gate.waitForSelector("#work:not([hidden])");
    return gate;
  }

  private static void answer(Page gate, String question, boolean truth) {
    gate.check("input[name='q." + question + "'][value=" + truth + "]");
  }

  private String card(int number) {
    return "038090%06d||Lê Thị Hoa|05031990|Nam|Thôn 3|10052021"
        .formatted(place.number() % 10_000 * 100 + number);
  }

  private static void scan(Page gate, String text) {
    gate.evaluate("document.body.removeAttribute('data-verdict-millis')");
    gate.fill("#text", text);
    gate.press("#text", "Enter");
    gate.waitForSelector("body[data-verdict-millis]");
  }

  private static void sees(Page gate, String words) {
    gate.locator("#verdict").getByText(words).first().waitFor();
  }
}
