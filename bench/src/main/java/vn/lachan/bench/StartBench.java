package vn.lachan.bench;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Start to first page by the launcher, as a process of its own: the first start makes the database
 * and loads the small demo, later ones find it. Memory at rest is the proportional set size of the
 * program and every PostgreSQL process, 60 seconds after the first page.
 */
final class StartBench {
  private static final int PORT = 18_099;
  private static final long WAIT_SECONDS = 120;

  private final Report report;

  StartBench(Report report) {
    this.report = report;
  }

  void run(Path data) throws IOException, InterruptedException {
    double first = start(data, false);
    double later = start(data, true);
    report.line(
        String.format(
            Locale.ROOT,
            "| first start with the small demo to the first page | %.1f s | | | < 20 s |",
            first));
    report.line(
        String.format(
            Locale.ROOT, "| later start to the first page | %.1f s | | | < 8 s |", later));
  }

  private double start(Path data, boolean rest) throws IOException, InterruptedException {
    Path home = Path.of(System.getProperty("lachan.home", "."));
    Path output = Files.createTempFile("lachan-start-", ".log");
    long begun = System.nanoTime();
    Process process =
        new ProcessBuilder(
                home.resolve("lachan").toString(),
                "run",
                "--port",
                Integer.toString(PORT),
                "--data",
                data.toString())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    try {
      double seconds = untilFirstPage(begun);
      if (rest) {
        TimeUnit.SECONDS.sleep(60);
        report.line(
            "| memory at rest | " + proportionalSetMegabytes(data) + " MB | | | ≤ 700 MB |");
      } else {
        untilGreeted(output);
      }
      return seconds;
    } finally {
      process.destroy();
      process.waitFor(60, TimeUnit.SECONDS);
      Files.deleteIfExists(output);
    }
  }

  private static double untilFirstPage(long begun) throws InterruptedException {
    while (System.nanoTime() - begun < WAIT_SECONDS * 1_000_000_000L) {
      if (answers()) {
        return (System.nanoTime() - begun) / 1e9;
      }
      TimeUnit.MILLISECONDS.sleep(50);
    }
    throw new IllegalStateException("No first page within " + WAIT_SECONDS + " s");
  }

  private void untilGreeted(Path output) throws IOException, InterruptedException {
    long begun = System.nanoTime();
    while (!Files.readString(output).contains("Lá Chắn: ")) {
      if (System.nanoTime() - begun > WAIT_SECONDS * 1_000_000_000L) {
        throw new IllegalStateException("No greeting:\n" + Files.readString(output));
      }
      TimeUnit.MILLISECONDS.sleep(50);
    }
    report.line(
        String.format(
            Locale.ROOT,
            "| from the first page until the demo is whole | %.1f s | | | |",
            (System.nanoTime() - begun) / 1e9));
  }

  private static boolean answers() {
    try {
      var connection =
          (HttpURLConnection) URI.create("http://127.0.0.1:" + PORT + "/").toURL().openConnection();
      return connection.getResponseCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  private static long proportionalSetMegabytes(Path data) throws IOException {
    long kilobytes = 0;
    try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
      for (Path process :
          processes.filter(one -> one.getFileName().toString().matches("\\d+")).toList()) {
        kilobytes += belongs(process, data) ? proportionalSet(process) : 0;
      }
    }
    return kilobytes / 1024;
  }

  private static boolean belongs(Path process, Path data) {
    try {
      String command = Files.readString(process.resolve("cmdline")).replace('\0', ' ');
      String folder = Files.readSymbolicLink(process.resolve("cwd")).toString();
      return (command.contains("java") && command.contains(data.toString()))
          || folder.startsWith(data.toString())
          || command.contains(data.toString());
    } catch (IOException e) {
      return false;
    }
  }

  private static long proportionalSet(Path process) {
    try {
      List<String> lines = Files.readAllLines(process.resolve("smaps_rollup"));
      return lines.stream()
          .filter(line -> line.startsWith("Pss:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .sum();
    } catch (IOException e) {
      return 0;
    }
  }
}
