package vn.lachan.app.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import vn.lachan.app.ProgramTest;

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
  private static final int LARGEST_BYTES = 250_000;
  private static final String POSTER_DOTS_PER_INCH = "80";

  @LocalServerPort private int port;
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
