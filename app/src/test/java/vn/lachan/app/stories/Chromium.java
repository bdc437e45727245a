package vn.lachan.app.stories;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.BrowserType.LaunchPersistentContextOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ServiceWorkerPolicy;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * The machine's Chromium without a window; each {@link Somebody} in it has cookies of their own.
 */
final class Chromium implements AutoCloseable {
  static final int DESK_WIDTH = 1440;
  static final int PHONE_WIDTH = 390;
  private static final int HEIGHT = 900;
  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome");
  private static final List<String> FLAGS =
      List.of(
          "--headless",
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync",
          "--lang=vi");

  private final Playwright playwright;
  private final Browser browser;
  private final List<Somebody> people = new ArrayList<>();

  Chromium() {
    this(List.of());
  }

  /** One whose camera shows a film over and over, and that asks nobody for leave. */
  static Chromium withCamera(Path film) {
    return new Chromium(
        List.of(
            "--use-fake-device-for-media-stream",
            "--use-fake-ui-for-media-stream",
            "--use-file-for-fake-video-capture=" + film));
  }

  private Chromium(List<String> more) {
    List<String> flags = new ArrayList<>(FLAGS);
    flags.addAll(more);
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(new LaunchOptions().setExecutablePath(executable()).setArgs(flags));
  }

  /** Somebody new in front of the program on that port. */
  Somebody somebody(int port, int width) {
    return somebody(port, width, ServiceWorkerPolicy.ALLOW);
  }

  /** The same in a browser that keeps no page's worker, so that all it loads is the page's. */
  Somebody withoutWorkers(int port, int width) {
    return somebody(port, width, ServiceWorkerPolicy.BLOCK);
  }

  private Somebody somebody(int port, int width, ServiceWorkerPolicy workers) {
    var options =
        new NewContextOptions()
            .setBaseURL("http://localhost:" + port)
            .setViewportSize(width, HEIGHT)
            .setLocale("vi-VN")
            .setServiceWorkers(workers);
    var somebody = new Somebody(browser.newContext(options));
    people.add(somebody);
    return somebody;
  }

  /** A browser of its own, whose storage lies in that folder and outlives it. */
  BrowserContext kept(Path profile, int port, int width) {
    var options =
        new LaunchPersistentContextOptions()
            .setExecutablePath(executable())
            .setArgs(FLAGS)
            .setBaseURL("http://localhost:" + port)
            .setViewportSize(width, HEIGHT)
            .setLocale("vi-VN");
    BrowserContext context = playwright.chromium().launchPersistentContext(profile, options);
    context.setDefaultTimeout(Somebody.PATIENCE_MILLIS);
    return context;
  }

  /** Ends the browser of that folder as an empty battery does. */
  static void kill(Path profile) {
    List<ProcessHandle> processes =
        ProcessHandle.current()
            .descendants()
            .filter(each -> each.info().commandLine().orElse("").contains(profile.toString()))
            .toList();
    processes.forEach(ProcessHandle::destroyForcibly);
    processes.forEach(each -> each.onExit().join());
  }

  /** What anybody's pages complained about. */
  List<String> complaints() {
    return people.stream().flatMap(each -> each.complaints().stream()).toList();
  }

  @Override
  public void close() {
    playwright.close();
  }

  private static Path executable() {
    return Arrays.stream(System.getenv("PATH").split(File.pathSeparator, -1))
        .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("No Chromium on the PATH"));
  }
}
