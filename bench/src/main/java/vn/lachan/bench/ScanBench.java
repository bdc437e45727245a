package vn.lachan.bench;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.ServiceWorkerPolicy;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import vn.lachan.app.people.NewPerson;
import vn.lachan.app.people.People;
import vn.lachan.app.people.PersonalCodes;
import vn.lachan.engine.scan.PersonName;

/**
 * The gate's page in Chromium, its thread slowed four times (Chromium slows no workers): from the
 * frame that shows a code, or from the reader's Enter, to the painted verdict; and what pages
 * transfer. The observer runs on the same slowed thread and is paid for by what it measures.
 */
final class ScanBench {
  private static final int CODES = 20;
  private static final int ROUNDS = 3;
  private static final int TYPED = 40;
  private static final int WARM_UP = 5;
  private static final int SLOWED = 4;
  private static final double LIMIT = 300;
  private static final double PATIENCE_MILLIS = 180_000;

  private final BenchProgram program;
  private final Report report;
  private final Path folder;
  private final GateToMeasure gate;

  ScanBench(BenchProgram program, Report report, Path folder) {
    this.program = program;
    this.report = report;
    this.folder = folder;
    this.gate = GateToMeasure.open(program, "bench.scan", Clock.systemUTC().instant());
  }

  void run(List<String> only) {
    Optional<Path> chromium = chromium();
    if (chromium.isEmpty()) {
      report.line("scan to verdict: not measured, there is no Chromium on the PATH");
      return;
    }
    Path film = folder.resolve("film.y4m");
    var environment = Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    try (Playwright playwright =
        Playwright.create(new Playwright.CreateOptions().setEnv(environment))) {
      Files.createDirectories(folder);
      BenchFilm.write(film, codes());
      Browser browser = launch(playwright, chromium.get(), film);
      if (only.contains("scan")) {
        scans(browser);
        loads(browser);
      }
      if (only.contains("residents")) {
        new ResidentWalkBench(program, report, browser).run();
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private void scans(Browser browser) {
    Page page = onShift(browser);
    slow(page);
    page.evaluate(OBSERVER);
    say("reader's Enter to verdict, online", typed(page, 0));
    page.click("#camera");
    say(
        "code in a camera's sight to verdict, online",
        numbers(
            page.evaluate(CAMERA, Map.of("wanted", CODES * ROUNDS, "patience", PATIENCE_MILLIS))));
    page.context().setOffline(true);
    page.waitForTimeout(1_000);
    say(
        "code in a camera's sight to verdict, without network",
        numbers(
            page.evaluate(CAMERA, Map.of("wanted", CODES * ROUNDS, "patience", PATIENCE_MILLIS))));
    page.click("#camera");
    say("reader's Enter to verdict, without network", typed(page, 500));
    page.context().close();
  }

  /** Card texts of people whom nobody knows yet. */
  private double[] typed(Page page, int from) {
    List<String> texts =
        IntStream.range(from, from + TYPED + WARM_UP).mapToObj(ScanBench::card).toList();
    double[] all = numbers(page.evaluate(READER, Map.of("texts", texts)));
    return Arrays.copyOfRange(all, WARM_UP, all.length);
  }

  private void say(String what, double[] milliseconds) {
    double[] sorted = milliseconds.clone();
    Arrays.sort(sorted);
    double worst = sorted[sorted.length * 95 / 100];
    report.line(
        String.format(
            Locale.ROOT,
            "| %s, thread slowed %d times, %d scans | median %.0f ms | 95 %% %.0f ms | worst %.0f ms | %s |",
            what,
            SLOWED,
            sorted.length,
            sorted[sorted.length / 2],
            worst,
            sorted[sorted.length - 1],
            worst < LIMIT ? "< 300 ms (95 %): met" : "< 300 ms (95 %): MISSED"));
  }

  /** Half citizen cards, half codes on paper that the server signed. */
  private List<String> codes() {
    Instant now = Clock.systemUTC().instant();
    long[] persons =
        program
            .bean(People.class)
            .load(IntStream.range(0, CODES / 2).mapToObj(index -> person(now)).iterator());
    PersonalCodes signed = program.bean(PersonalCodes.class);
    List<String> texts = new ArrayList<>();
    for (int index = 0; index < CODES; index++) {
      texts.add(
          index % 2 == 0 ? card(900 + index) : signed.forPaper(persons[index / 2], now).text());
    }
    return texts;
  }

  private static NewPerson person(Instant now) {
    return new NewPerson(
        new PersonName("Người Đo"), null, null, null, false, null, null, 2_315_664, null, now);
  }

  private static String card(int number) {
    return "038091%06d||Lê Thị Hoa|05031990|Nam|Thôn 3|10052021".formatted(number);
  }

  private Page onShift(Browser browser) {
    Instant now = Clock.systemUTC().instant();
    String pin = gate.newPin(now);
    Page page = context(browser, ServiceWorkerPolicy.ALLOW).newPage();
    page.navigate("/gates/device/gate#" + gate.newCode(now));
    page.click("#enrol-form button");
    page.waitForSelector("#sign-on-form:not([hidden])");
    page.fill("#pin", pin);
    page.click("#sign-on-form button");
    page.waitForSelector("#work:not([hidden])");
    return page;
  }

  private static void slow(Page page) {
    var rate = new JsonObject();
    rate.addProperty("rate", SLOWED);
    page.context().newCDPSession(page).send("Emulation.setCPUThrottlingRate", rate);
  }

  private void loads(Browser browser) {
    for (String path :
        List.of(
            "/residents/sign-in",
            "/d/" + gate.place().code().symbols(),
            "/declarations/declare",
            "/gates/device/gate")) {
      try (BrowserContext context = context(browser, ServiceWorkerPolicy.BLOCK)) {
        Page page = context.newPage();
        report.line(
            "| transferred by "
                + shown(path)
                + " | first load "
                + load(page, path)
                + " | second load "
                + load(page, path)
                + " |");
      }
    }
  }

  private static String shown(String path) {
    return path.startsWith("/d/") ? "/d/{code}" : path;
  }

  /** As the browser counts it, compressed and with headers. */
  private static String load(Page page, String path) {
    var bytes = new AtomicLong();
    var requests = new AtomicLong();
    CDPSession session = page.context().newCDPSession(page);
    session.on(
        "Network.loadingFinished",
        event -> {
          bytes.addAndGet(event.get("encodedDataLength").getAsLong());
          requests.incrementAndGet();
        });
    session.send("Network.enable");
    page.navigate(path);
    page.waitForLoadState(LoadState.NETWORKIDLE);
    page.waitForCondition(() -> requests.get() > 0);
    session.detach();
    return String.format(Locale.ROOT, "%,d bytes in %d requests", bytes.get(), requests.get());
  }

  private BrowserContext context(Browser browser, ServiceWorkerPolicy workers) {
    return browser.newContext(
        new Browser.NewContextOptions()
            .setBaseURL("http://localhost:" + program.port())
            .setViewportSize(390, 844)
            .setLocale("vi-VN")
            .setServiceWorkers(workers));
  }

  private static Browser launch(Playwright playwright, Path chromium, Path film) {
    return playwright
        .chromium()
        .launch(
            new BrowserType.LaunchOptions()
                .setExecutablePath(chromium)
                .setArgs(
                    List.of(
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--lang=vi",
                        "--use-fake-device-for-media-stream",
                        "--use-fake-ui-for-media-stream",
                        "--use-file-for-fake-video-capture=" + film)));
  }

  private static Optional<Path> chromium() {
    return Arrays.stream(System.getenv("PATH").split(File.pathSeparator, -1))
        .flatMap(
            place ->
                List.of("chromium", "chromium-browser", "google-chrome").stream()
                    .map(name -> Path.of(place, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static double[] numbers(Object answer) {
    return ((List<?>) answer).stream().mapToDouble(each -> ((Number) each).doubleValue()).toArray();
  }

  /** Tells the time of the frame that shows a code, and of the paint after a verdict. */
  private static final String OBSERVER =
      """
      () => {
        const bench = window.bench = { seenAt: 0, verdicts: [], onVerdict: null };
        new MutationObserver(() => requestAnimationFrame(() => setTimeout(() => {
          const now = performance.now();
          bench.onVerdict?.(now);
          if (bench.seenAt) bench.verdicts.push(now - bench.seenAt);
          bench.seenAt = 0;
        }))).observe(document.body, { attributes: true, attributeFilter: ['data-verdict-millis'] });
        const video = document.getElementById('picture');
        const canvas = document.createElement('canvas');
        canvas.width = 32; canvas.height = 18;
        const context = canvas.getContext('2d', { willReadFrequently: true });
        let shown = true;
        const look = (now, frame) => {
          context.drawImage(video, 0, 0, 32, 18);
          const colours = context.getImageData(12, 6, 10, 6).data;
          let light = 0;
          for (let at = 0; at < colours.length; at += 4) light += colours[at] + colours[at + 1] + colours[at + 2];
          const inSight = light / (colours.length / 4 * 3) > 116;
          if (inSight && !shown) bench.seenAt = frame.presentationTime;
          shown = inSight;
          video.requestVideoFrameCallback(look);
        };
        video.requestVideoFrameCallback(look);
      }
      """;

  private static final String CAMERA =
      """
      async ({ wanted, patience }) => {
        bench.verdicts = [];
        bench.seenAt = 0;
        for (let waited = 0; bench.verdicts.length < wanted && waited < patience; waited += 200) {
          await new Promise((resolve) => setTimeout(resolve, 200));
        }
        if (!bench.verdicts.length) throw new Error('the camera read nothing');
        return bench.verdicts;
      }
      """;

  private static final String READER =
      """
      async ({ texts }) => {
        const all = [];
        for (const text of texts) {
          const done = new Promise((resolve) => { bench.onVerdict = resolve; });
          document.getElementById('text').value = text;
          const begun = performance.now();
          document.getElementById('scan-form').requestSubmit();
          all.push(await Promise.race([done, new Promise((resolve) => setTimeout(() => resolve(begun + 20_000), 20_000))]) - begun);
          await new Promise((resolve) => setTimeout(resolve, 150));
        }
        bench.onVerdict = null;
        return all;
      }
      """;
}
