package vn.lachan.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Collects figures and prints them as a table of Markdown, as docs/benchmarks.md holds them. */
final class Report {
  private static final PrintStream OUT = System.out;

  private final List<String> lines = new ArrayList<>();

  void machine() {
    line(
        "machine: %d processors, %s, JDK %s"
            .formatted(Runtime.getRuntime().availableProcessors(), processor(), Runtime.version()));
  }

  void line(String text) {
    OUT.println(text);
    lines.add(text);
  }

  /** One comparison: ours, the baseline, their ratio, the target in words. */
  void compare(String what, String ours, String baseline, double ratio, String target) {
    line(
        String.format(
            Locale.ROOT, "| %s | %s | %s | %.2f | %s |", what, ours, baseline, ratio, target));
  }

  void print() {
    OUT.println("\n--- report ---");
    lines.forEach(OUT::println);
  }

  static double median(double... values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  private static String processor() {
    try {
      return Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse(System.getProperty("os.arch"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
