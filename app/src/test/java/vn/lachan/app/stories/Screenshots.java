package vn.lachan.app.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import vn.lachan.app.ProgramTest;
import vn.lachan.app.access.Accounts;
import vn.lachan.app.access.Actor;
import vn.lachan.app.gates.GateOffice;

/**
 * Makes the pictures of the README from the small demo: {@code ./lachan screenshots}. The poster is
 * drawn by {@code pdftoppm} of poppler-utils, since a browser without a window shows no PDF.
 */
@ProgramTest
@TestPropertySource(
    properties = {"program.demo=small", "program.public-url=https://lachan.example"})
@EnabledIfSystemProperty(named = Screenshots.FOLDER, matches = ".+")
class Screenshots {
  static final String FOLDER = "lachan.screenshots";
  private static final String PASSWORD = "dien-tap-2026";
  private static final String CARD =
      "038199001234||Lê Thị Hoa|05031999|Nữ|Thôn 3, Xã Dân Lực, Triệu Sơn, Thanh Hóa|10052021";
  private static final List<String> TRAVELLERS =
      List.of(
          "038085004321||Trịnh Văn Lái|12041985|Nam|Xã Triệu Lộc, Thanh Hóa|11062021",
          "038190008765||Hà Thị Mai|23091990|Nữ|Xã Triệu Lộc, Thanh Hóa|11062021");
  private static final String PHONE = "0912345601";
  private static final Pattern CODE = Pattern.compile("\\b\\d{6}\\b");
  private static final int TABLET_WIDTH = 1024;
  private static final int TABLET_HEIGHT = 700;
  private static final int TRIP_HEIGHT = 1_180;
  private static final String[][] FAMILY = {
    {"Lê Thị Bưởi", "1950", "FEMALE"}, {"Trần Văn Tí", "2015", "MALE"}
  };
  private static final int LARGEST_BYTES = 250_000;
  private static final String POSTER_DOTS_PER_INCH = "80";

  @LocalServerPort private int port;
  @Autowired private GateOffice office;
  @Autowired private Accounts accounts;
  private final Path folder = Path.of(System.getProperty(FOLDER, "target"));
  private Chromium chromium;

  @BeforeEach
  void begin() throws IOException {
    Files.createDirectories(folder);
    chromium = new Chromium();
  }

  @AfterEach
  void end() {
    chromium.close();
  }

  @Test
  void caseAndTimeline() throws IOException {
    Somebody tracer = atDesk("truy-vet");
    tracer.open("/casework");
    tracer.page.locator("table.list tbody a").nth(4).click();
    tracer.page.locator("a[data-open]").first().click();
    tracer.page.locator("#beside h2").waitFor();
    save(tracer, "case");
    tracer.page.locator(".case-tabs a[data-key='2']").click();
    tracer.page.locator("#graph[data-drawn]").waitFor();
    tracer.page.locator("#graph svg").scrollIntoViewIfNeeded();
    save(tracer, "graph");
    tracer.page.locator(".case-tabs a[data-key='3']").click();
    tracer.page.locator(".case-scroll .bar").first().waitFor();
    save(tracer, "timeline");
    tracer.page.locator(".case-tabs a[data-key='4']").click();
    tracer.page.locator("#case-map[data-drawn]").waitFor();
    tracer.page.keyboard().press("]");
    tracer.page.locator("#case-map .map").scrollIntoViewIfNeeded();
    save(tracer, "map");
  }

  @Test
  void gate() throws IOException {
    Somebody guard = atDesk("bao-ve");
    guard.page.setViewportSize(1280, 760);
    guard.page.locator("a.figure").first().click();
    guard.page.waitForURL("**/visits/gate/**");
    Keyboard keys = guard.page.keyboard();
    keys.type(CARD);
    keys.press("Enter");
    guard.sees("Lê T. ***");
    save(guard, "gate");
  }

  @Test
  void placesPosterAndVisitor() throws IOException {
    Somebody owner = atDesk("chu-diem");
    owner.open("/places");
    owner.page.locator("table.list tbody a").first().click();
    String code = owner.page.locator(".facts code").first().innerText();
    poster(owner.page.request().get(owner.page.url() + "/poster.pdf").body());

    Somebody visitor = chromium.somebody(port, Chromium.PHONE_WIDTH);
    visitor.page.setViewportSize(Chromium.PHONE_WIDTH, 760);
    visitor.open("/d/" + code);
    visitor.fill("phone", "0912345678");
    visitor.fill("name", "Nguyễn Văn Khách");
    visitor.press("Tôi vào đây");
    visitor.sees("Đã vào lúc");
    save(visitor, "visitor");

    Somebody officer = atDesk("ban-chi-dao");
    officer.open("/places");
    save(officer, "places");
  }

  @Test
  void aFamilysPhone() throws IOException {
    Somebody mother = chromium.somebody(port, Chromium.PHONE_WIDTH);
    mother.page.setViewportSize(Chromium.PHONE_WIDTH, 760);
    mother.open("/residents");
    mother.fill("phone", PHONE);
    mother.press("Nhận mã");
    mother.fill("code", code());
    mother.press("Vào");
    who(mother, "Nguyễn Thị Lan", "1985", "FEMALE");
    for (String[] one : FAMILY) {
      mother.open("/residents/people/new");
      who(mother, one[0], one[1], one[2]);
    }
    mother.open("/residents");
    save(mother, "resident");
    mother.open("/residents/code");
    mother.page.waitForSelector("[data-live]:not([hidden]) path[d]");
    save(mother, "own-code");
  }

  @Test
  void aGateWithoutNetwork() throws IOException {
    Somebody guard = atDesk("bao-ve");
    guard.page.locator("a.figure").first().click();
    guard.page.waitForURL("**/visits/gate/**");
    UUID place = UUID.fromString(guard.page.url().replaceAll(".*/", ""));
    long keeper = accounts.byUsername("bao-ve").orElseThrow();
    Somebody tablet = onShift(place, keeper, "Máy bảng cổng trước");
    tablet.page.context().setOffline(true);
    tablet.page.waitForSelector("#network:text-is('Mất mạng')");
    scan(tablet, CARD);
    save(tablet, "gate-offline");
  }

  @Test
  void declarations() throws IOException {
    Somebody officer = atDesk("ban-chi-dao");
    officer.open("/declarations");
    save(officer, "declarations");
  }

  @Test
  void aCheckpointAndItsDevices() throws IOException {
    long keeper = accounts.byUsername("bao-ve").orElseThrow();
    Somebody officer = atDesk("can-bo-xa");
    officer.open("/gates");
    officer.page.locator("table.list tbody a").first().click();
    UUID place = UUID.fromString(officer.page.url().replaceAll(".*/", ""));
    Somebody tablet = onShift(place, keeper, "Máy bảng làn 2");
    for (String card : TRAVELLERS) {
      scan(tablet, card);
    }
    tablet.page.fill("#trip-plate", "36A-123.45");
    tablet.page.selectOption("#trip-vehicle", "car");
    tablet.page.fill("#trip-origin", "Ninh Bình");
    tablet.page.fill("#trip-destination", "Thanh Hóa");
    tablet.page.press("#trip-destination", "Tab");
    tablet.page.setViewportSize(TABLET_WIDTH, TRIP_HEIGHT);
    tablet.page.evaluate("scrollTo(0, 0)");
    save(tablet, "trip");
    officer.page.setViewportSize(Chromium.DESK_WIDTH, TABLET_HEIGHT);
    officer.open("/gates");
    save(officer, "gates");
    officer.open("/gates/trips");
    save(officer, "trips");
  }

  @Test
  void paperIsKeyedIn() throws IOException {
    Somebody keyer = atDesk("nhap-lieu-1");
    keyer.open("/paper/keying");
    keyer.page.locator("main table.list tbody a").first().click();
    keyer.page.waitForLoadState();
    save(keyer, "paper");
  }

  private Somebody onShift(UUID place, long keeper, String name) {
    Somebody tablet = chromium.somebody(port, TABLET_WIDTH);
    tablet.page.setViewportSize(TABLET_WIDTH, TABLET_HEIGHT);
    Instant now = Instant.now();
    String code = office.enrol(Actor.program(), place, name, false, now).code();
    String pin = office.newPin(Actor.program(), place, keeper, now);
    tablet.open("/gates/device/gate#" + code);
    tablet.page.click("#enrol-form button");
    tablet.page.waitForSelector("#sign-on-form:not([hidden])");
    tablet.page.fill("#pin", pin);
    tablet.page.click("#sign-on-form button");
    tablet.page.waitForSelector("#work:not([hidden])");
    return tablet;
  }

  private static void scan(Somebody tablet, String text) {
    tablet.page.evaluate("document.body.removeAttribute('data-verdict-millis')");
    tablet.page.fill("#text", text);
    tablet.page.press("#text", "Enter");
    tablet.page.waitForSelector("body[data-verdict-millis]");
  }

  /** The last message to the simulated handsets. */
  private String code() {
    Somebody reader = chromium.somebody(port, Chromium.DESK_WIDTH);
    reader.page.navigate("/messaging/handset");
    reader.page.waitForCondition(
        () -> {
          reader.page.reload();
          return CODE.matcher(reader.page.locator("main").innerText()).find();
        });
    Matcher matcher = CODE.matcher(reader.page.locator("main").innerText());
    assertThat(matcher.find()).isTrue();
    return matcher.group();
  }

  private static void who(Somebody somebody, String name, String birthYear, String sex) {
    somebody.fill("name", name);
    somebody.fill("birthYear", birthYear);
    somebody.page.check("input[name=sex][value=" + sex + "]");
    somebody.page.fill("#commune", "Phường Hạc Thành");
    somebody.page.locator("main form button").last().click();
    somebody.page.waitForLoadState();
  }

  private Somebody atDesk(String username) {
    return chromium.somebody(port, Chromium.DESK_WIDTH).signIn(username, PASSWORD);
  }

  private void poster(byte[] pdf) throws IOException {
    Path file = Files.write(folder.resolve("poster.pdf"), pdf);
    String target = folder.resolve("poster").toString();
    Process drawing =
        new ProcessBuilder(
                "pdftoppm",
                "-png",
                "-singlefile",
                "-r",
                POSTER_DOTS_PER_INCH,
                file.toString(),
                target)
            .inheritIO()
            .start();
    assertThat(drawing.onExit().join().exitValue()).isZero();
    Files.delete(file);
  }

  private void save(Somebody somebody, String name) throws IOException {
    Path file = folder.resolve(name + ".png");
    somebody.page.screenshot(new Page.ScreenshotOptions().setPath(file));
    assertThat(Files.size(file)).isLessThan(LARGEST_BYTES);
  }
}
