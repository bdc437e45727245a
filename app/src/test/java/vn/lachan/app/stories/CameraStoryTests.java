package vn.lachan.app.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import vn.lachan.app.TestWorld;
import vn.lachan.app.people.CheckedCode;
import vn.lachan.app.people.IssuedCode;
import vn.lachan.app.people.PersonalCodes;
import vn.lachan.app.people.TestDevice;
import vn.lachan.app.people.VerificationKey;

/** The scripts that scan, against Chromium's camera, which shows a film that the test makes. */
class CameraStoryTests extends Story {
  static final String WITH_SCRIPTS =
      """
      async (given) => {
        window.scanned = [];
        window.problems = [];
        window.read = await import('/assets/scanner/scan.mjs');
        window.verify = await import('/assets/scanner/verify.js');
        const { startScanner } = await import('/assets/scanner/camera.js');
        const video = document.body.appendChild(document.createElement('video'));
        window.scanner = await startScanner({
          video,
          onText: (text) => window.scanned.push(text),
          onProblem: (code) => window.problems.push(code),
          addresses: { worker: '/assets/scanner/scan-worker.js', decoder: '/assets/scanner/scan.mjs' },
        });
        return window.scanner?.kind ?? '';
      }
      """;

  /** The security policy forbids the way in which Playwright waits. */
  private static final String UNTIL_TWO =
      """
      async () => {
        for (let tries = 0; window.scanned.length < 2 && tries < 300; tries++) {
          await new Promise((resolve) => setTimeout(resolve, 50));
        }
      }
      """;

  private static final int TIMES = 20;
  private static final int SLOWED = 4;

  @Autowired private PersonalCodes codes;

  @Test
  void aCodeOfADeviceAndOneOfPaperAreReadAndVerifiedWithoutTheServer(@TempDir Path folder)
      throws Exception {
    Somebody resident = onPhone();
    Page phone = resident.page;
    phone.navigate("/sign-in");
    long person = world.person("Lê Thị Hoa", TestWorld.phone());
    String point =
        (String)
            phone.evaluate(
                """
                async () => {
                  window.own = await import('/assets/scanner/personal-code.js');
                  window.drawing = await import('/assets/scanner/code.mjs');
                  window.pair = await window.own.newDeviceKey();
                  return window.own.publicPoint(window.pair);
                }
                """);
    Instant now = Instant.now();
    IssuedCode device = codes.forDevice(person, Base64.getUrlDecoder().decode(point), now);
    IssuedCode paper = codes.forPaper(person, now);
    String shown =
        (String)
            phone.evaluate(
                "(token) => own.completeCode(drawing, token, pair.privateKey, Date.now())",
                device.text());
    assertThat(codes.check(shown, Instant.now()).strength()).isEqualTo(CheckedCode.Strength.DEVICE);
    assertThat((String) phone.evaluate("(text) => drawing.qr(text)", shown))
        .startsWith("65 M4 4h7v1h-7z");

    String national = "******029317|NGUYEN THI MA|1993-**-**|0|162979388586171100|<2<<";
    assertThat(fromPicture(phone, CameraPicture.png(national)))
        .as("marked as UTF-8, as most encoders mark it")
        .isEqualTo(national);

    Path film = folder.resolve("desk.y4m");
    CameraPicture.write(film, List.of(shown, paper.text(), ""), 8);
    try (Chromium camera = Chromium.withCamera(film)) {
      Page gate = gate(camera);
      gate.evaluate(UNTIL_TWO);
      assertThat((List<?>) gate.evaluate("window.scanned.slice(0, 3)"))
          .map(String.class::cast)
          .contains(shown, paper.text());
      assertThat(verdict(gate, shown, 0, "")).isEqualTo("{\"strength\":\"device\"}");
      assertThat(verdict(gate, paper.text(), 0, "")).isEqualTo("{\"strength\":\"paper\"}");
      assertThat(verdict(gate, shown, 600_000, "")).isEqualTo("{\"problem\":\"stale\"}");
      assertThat(verdict(gate, paper.text(), 400L * 86_400_000, ""))
          .isEqualTo("{\"problem\":\"expired\"}");
      assertThat(verdict(gate, paper.text(), 0, paper.issue().toString()))
          .isEqualTo("{\"problem\":\"revoked\"}");
      String forged =
          shown.substring(0, 250) + (shown.charAt(250) == '0' ? '1' : '0') + shown.substring(251);
      assertThat(verdict(gate, forged, 0, "")).isEqualTo("{\"problem\":\"forged\"}");
      assertThat(camera.complaints()).isEmpty();
    }
  }

  /**
   * Prints how long it takes from a code in sight to its text, and to the verdict of its
   * signatures, with the page's thread slowed four times; and one frame decoded on that thread,
   * because Chromium slows no workers.
   */
  @Test
  void itIsToldHowQuickAScanIs(@TempDir Path folder) throws Exception {
    long person = world.person("Lê Thị Hoa", TestWorld.phone());
    TestDevice device = new TestDevice();
    Instant now = Instant.now();
    String shown = device.shows(codes.forDevice(person, device.publicKey(), now), now);
    Path film = folder.resolve("desk.y4m");
    CameraPicture.write(film, List.of(shown), 10);
    try (Chromium camera = Chromium.withCamera(film)) {
      Page gate = at(camera).page;
      gate.navigate("/sign-in");
      assertThat(gate.evaluate(WITH_SCRIPTS)).isEqualTo("worker");
      JsonObject rate = new JsonObject();
      rate.addProperty("rate", SLOWED);
      gate.context().newCDPSession(gate).send("Emulation.setCPUThrottlingRate", rate);
      List<Map<String, Object>> keys =
          codes.keys().stream().map(CameraStoryTests::forScript).toList();
      System.out.println(
          gate.evaluate(
              """
              async ({ times, keys }) => {
                const scans = [], reads = [], decodes = [];
                const median = (all) => all.sort((a, b) => a - b)[all.length >> 1].toFixed(1);
                const worst = (all) => all.sort((a, b) => a - b)[Math.floor(all.length * 0.95)].toFixed(1);
                for (let time = 0; time < times; time++) {
                  scanned.length = 0;
                  scanner.forget();
                  const begun = performance.now();
                  while (!scanned.length) await new Promise((resolve) => setTimeout(resolve, 1));
                  scans.push(performance.now() - begun);
                  const read0 = performance.now();
                  const { signed } = JSON.parse(read.read(scanned[0]));
                  const verdict = await verify.checkCode(signed, { keys, revoked: new Set(), now: Date.now() });
                  if (!['device', undefined].includes(verdict.strength) || verdict.problem === 'forged') throw new Error('wrong verdict');
                  reads.push(performance.now() - read0);
                }
                const video = document.querySelector('video');
                const canvas = document.createElement('canvas');
                canvas.width = 720; canvas.height = 720;
                const context = canvas.getContext('2d', { willReadFrequently: true });
                context.drawImage(video, 280, 0, 720, 720, 0, 0, 720, 720);
                const colours = context.getImageData(0, 0, 720, 720).data;
                const grey = new Uint8Array(720 * 720).map((_, at) => colours[4 * at]);
                for (let time = 0; time < times; time++) {
                  const begun = performance.now();
                  if (!read.decode(grey, 720, 720)) throw new Error('not read');
                  decodes.push(performance.now() - begun);
                }
                return `4x slowed: code in sight to text, median ${median(scans)} ms, p95 ${worst(scans)} ms; meaning and both signatures, median ${median(reads)} ms, p95 ${worst(reads)} ms; one frame of 720 x 720 decoded on the slowed thread, median ${median(decodes)} ms, p95 ${worst(decodes)} ms`;
              }
              """,
              Map.of("times", TIMES, "keys", keys)));
    }
  }

  @Test
  void aCameraThatIsRefusedIsSaid() {
    Page gate = atDesk().page;
    gate.navigate("/sign-in");
    gate.evaluate(
        "() => { navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('', 'NotAllowedError')); }");
    assertThat(gate.evaluate(WITH_SCRIPTS)).isEqualTo("");
    assertThat(gate.evaluate("window.problems")).isEqualTo(List.of("denied"));
  }

  /** The same questionnaire and rules as on the server, without asking it. */
  @Test
  void aDeclarationIsCheckedAndJudgedInTheBrowser() throws Exception {
    Page page = onPhone().page;
    page.navigate("/sign-in");
    String answer =
        (String)
            page.evaluate(
                """
                async ({ form, rules }) => {
                  const forms = await import('/assets/scanner/form.mjs');
                  const opened = JSON.parse(forms.open(form, rules));
                  const { response, faults } = JSON.parse(forms.fill([], [], '2026-03-02T08:00:00+07:00'));
                  const again = JSON.parse(forms.check(JSON.stringify(response)));
                  const { enabled } = JSON.parse(forms.enabled(JSON.stringify(response)));
                  const { level } = JSON.parse(forms.judge(JSON.stringify(response), []));
                  const wrong = JSON.parse(forms.open('{"resourceType":"Patient"}', ''));
                  return [opened.url.length > 0, faults.length > 0, again.faults.length === faults.length, enabled.length > 3, level, wrong.refused.length > 0].join();
                }
                """,
                Map.of(
                    "form", resource("residents-declaration-2"),
                    "rules", resource("covid-19-warnings")));
    assertThat(answer).isEqualTo("true,true,true,true,GREEN,true");
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = CameraStoryTests.class.getResourceAsStream("/forms/" + name + ".json")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private Page gate(Chromium camera) {
    Page gate = at(camera).page;
    gate.navigate("/sign-in");
    assertThat(gate.evaluate(WITH_SCRIPTS)).isIn("worker", "native");
    return gate;
  }

  /** What our own decoder reads in a picture that somebody chose. */
  private static String fromPicture(Page page, byte[] png) {
    return (String)
        page.evaluate(
            """
            async (png) => {
              const { readPicture } = await import('/assets/scanner/camera.js');
              const bytes = Uint8Array.from(atob(png), (letter) => letter.charCodeAt(0));
              return readPicture(new Blob([bytes], { type: 'image/png' }), {
                worker: '/assets/scanner/scan-worker.js',
                decoder: '/assets/scanner/scan.mjs',
              });
            }
            """,
            Base64.getEncoder().encodeToString(png));
  }

  /** What the gate's script says of a text so much later, with that issue revoked. */
  private String verdict(Page gate, String text, long laterMillis, String revoked) {
    List<Map<String, Object>> keys =
        codes.keys().stream().map(CameraStoryTests::forScript).toList();
    return (String)
        gate.evaluate(
            """
            async ({ text, keys, later, revoked }) => {
              const meaning = JSON.parse(read.read(text));
              if (meaning.kind !== 'signed') return JSON.stringify(meaning);
              return JSON.stringify(await verify.checkCode(meaning.signed, { keys, revoked: new Set([revoked]), now: Date.now() + later }));
            }
            """,
            Map.of("text", text, "keys", keys, "later", (double) laterMillis, "revoked", revoked));
  }

  static Map<String, Object> forScript(VerificationKey key) {
    return Map.of(
        "id",
        key.id(),
        "publicKey",
        Base64.getUrlEncoder().withoutPadding().encodeToString(key.publicKey()));
  }
}
