package vn.lachan.app.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import vn.lachan.app.people.PersonalCodes;
import vn.lachan.app.people.TestDevice;

/**
 * From a code before the camera to its text, its meaning and the verdict of its signatures, with
 * the page's thread slowed four times; and one frame decoded on that slowed thread, because
 * Chromium slows no workers. Run with {@code -Dtest=CameraBench}.
 */
class CameraBench extends Story {
  private static final int TIMES = 40;
  private static final int SLOWED = 4;

  @Autowired private PersonalCodes codes;

  @Test
  void scanToText(@TempDir Path folder) throws Exception {
    long person = world.person("Lê Thị Hoa", World.phone());
    TestDevice device = new TestDevice();
    Instant now = Instant.now();
    String shown = device.shows(codes.forDevice(person, device.publicKey(), now), now);
    Path film = folder.resolve("desk.y4m");
    CameraPicture.write(film, List.of(shown), 10);
    try (Chromium camera = Chromium.withCamera(film)) {
      Page gate = at(camera).page;
      gate.navigate("/sign-in");
      assertThat(gate.evaluate(CameraStoryTests.WITH_SCRIPTS)).isEqualTo("worker");
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
}
