package vn.lachan.bench;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.ServiceWorkerPolicy;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.lachan.app.messaging.HandsetMessage;
import vn.lachan.app.messaging.Messages;
import vn.lachan.app.units.Units;

/**
 * A resident's first minutes on a cheap phone: the page's thread slowed four times, the network as
 * slow as Chromium's "Regular 2G" (250 kbit/s down, 50 up, 300 ms away), beside the same walk
 * without the slow network. Nothing is kept by a service worker: its requests would not be slowed.
 * From each click to the next page read and its scripts run.
 */
final class ResidentWalkBench {
  private static final Pattern CODE = Pattern.compile("\\b\\d{6}\\b");
  private static final int COMMUNE = 2_315_664;
  private static final int SLOWED = 4;
  private static final int DOWN_BYTES = 250_000 / 8;
  private static final int UP_BYTES = 50_000 / 8;
  private static final int AWAY_MILLIS = 300;
  private static final int TRIES = 400;
  private static final long TRY_NANOS = 50_000_000;

  private final BenchProgram program;
  private final Report report;
  private final Browser browser;
  private final AtomicInteger loads = new AtomicInteger();

  ResidentWalkBench(BenchProgram program, Report report, Browser browser) {
    this.program = program;
    this.report = report;
    this.browser = browser;
  }

  private record Step(long millis, long bytes) {}

  void run() {
    walk("0987000000", false);
    Map<String, Step> near = walk("0987000001", false);
    Map<String, Step> slow = walk("0987000002", true);
    report.line("| a resident's page, thread slowed 4 times | without 2G | at 2G | transferred |");
    report.line("|---|---|---|---|");
    slow.forEach(
        (what, step) ->
            report.line(
                String.format(
                    Locale.ROOT,
                    "| %s | %,d ms | %,d ms | %,d bytes |",
                    what,
                    near.getOrDefault(what, step).millis(),
                    step.millis(),
                    step.bytes())));
  }

  private Map<String, Step> walk(String phone, boolean slow) {
    Map<String, Step> steps = new LinkedHashMap<>();
    try (BrowserContext context =
        browser.newContext(
            new Browser.NewContextOptions()
                .setBaseURL("http://localhost:" + program.port())
                .setViewportSize(390, 844)
                .setLocale("vi-VN")
                .setServiceWorkers(ServiceWorkerPolicy.BLOCK))) {
      Page page = context.newPage();
      page.onLoad(_ -> loads.incrementAndGet());
      var bytes = new AtomicLong();
      slow(page, slow, bytes);
      measured(steps, "sign-in page, never seen before", bytes, () -> page.navigate("/residents"));
      page.fill("#phone", phone);
      measured(steps, "asking for a code", bytes, () -> go(page, "main form button.big"));
      page.fill("#code", code(phone));
      measured(steps, "signing in by it", bytes, () -> go(page, "main form button.big"));
      page.fill("#commune", program.bean(Units.class).find(COMMUNE).orElseThrow().fullName());
      page.fill("#name", "Người Đo");
      page.fill("#birthYear", "1985");
      page.check("input[name=sex][value=FEMALE]");
      measured(steps, "saying who one is", bytes, () -> go(page, "main button.big"));
      Locator communes = page.locator("input[type=radio][name=unit]");
      if (communes.count() > 0) {
        communes.first().check();
        go(page, "main button.big");
      }
      measured(steps, "the own code", bytes, () -> page.navigate("/residents/code"));
      measured(steps, "what to declare", bytes, () -> page.navigate("/residents/declarations"));
      measured(steps, "the questions", bytes, () -> go(page, "main form button.big"));
      for (Locator question : page.locator("fieldset:has(input[type=radio])").all()) {
        question.locator("input[type=radio][value=false]").check();
      }
      measured(steps, "declared", bytes, () -> go(page, "main form button.big"));
    }
    return steps;
  }

  private void go(Page page, String button) {
    int before = loads.get();
    page.locator(button).first().click();
    page.waitForCondition(() -> loads.get() > before);
  }

  private static void measured(
      Map<String, Step> steps, String what, AtomicLong bytes, Runnable work) {
    long before = bytes.get();
    long begun = System.nanoTime();
    work.run();
    steps.put(what, new Step((System.nanoTime() - begun) / 1_000_000, bytes.get() - before));
  }

  private static void slow(Page page, boolean network, AtomicLong bytes) {
    CDPSession session = page.context().newCDPSession(page);
    var rate = new JsonObject();
    rate.addProperty("rate", SLOWED);
    session.send("Emulation.setCPUThrottlingRate", rate);
    session.on(
        "Network.loadingFinished",
        event -> bytes.addAndGet(event.get("encodedDataLength").getAsLong()));
    session.send("Network.enable");
    if (network) {
      var conditions = new JsonObject();
      conditions.addProperty("offline", false);
      conditions.addProperty("latency", AWAY_MILLIS);
      conditions.addProperty("downloadThroughput", DOWN_BYTES);
      conditions.addProperty("uploadThroughput", UP_BYTES);
      session.send("Network.emulateNetworkConditions", conditions);
    }
    page.waitForLoadState(LoadState.LOAD);
  }

  private String code(String phone) {
    for (int tries = 0; tries < TRIES; tries++) {
      for (HandsetMessage message : program.bean(Messages.class).handset(50)) {
        Matcher found = CODE.matcher(message.text());
        if (message.phone().endsWith(phone.substring(1)) && found.find()) {
          return found.group();
        }
      }
      LockSupport.parkNanos(TRY_NANOS);
    }
    throw new IllegalStateException("No code came");
  }
}
