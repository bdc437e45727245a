package vn.lachan.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * {@code ./lachan bench [--visits N] [--only
 * trace,checkin,batch,gates,scan,residents,names,declarations,start] [--persons N] [--declarations
 * N]}: loads a simulated province and prints what the program does beside the best that could be
 * done without it.
 */
public final class Bench {
  private static final long DEFAULT_VISITS = 5_000_000;
  private static final int DEFAULT_PERSONS = 200_000;
  private static final int DEFAULT_DECLARATIONS = 1_000_000;

  private Bench() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    List<String> options = Arrays.asList(arguments);
    long visits = Long.parseLong(valueOf(options, "--visits", Long.toString(DEFAULT_VISITS)));
    int persons =
        Integer.parseInt(valueOf(options, "--persons", Integer.toString(DEFAULT_PERSONS)));
    int declarations =
        Integer.parseInt(
            valueOf(options, "--declarations", Integer.toString(DEFAULT_DECLARATIONS)));
    List<String> only =
        List.of(
            valueOf(
                    options,
                    "--only",
                    "batch,gates,scan,residents,trace,names,checkin,declarations,start")
                .split(","));
    var report = new Report();
    report.machine();
    Path folder = Files.createTempDirectory("lachan-bench-");
    try {
      if (only.contains("start")) {
        new StartBench(report).run(folder.resolve("start"));
      }
      if (!only.equals(List.of("start"))) {
        try (var program = BenchProgram.start(folder.resolve("data"))) {
          measure(program, only, visits, persons, report);
          if (only.contains("scan") || only.contains("residents")) {
            new ScanBench(program, report, folder.resolve("scan")).run(only);
          }
          if (only.contains("declarations")) {
            new DeclarationBench(program, report, declarations).run();
          }
        }
      }
    } finally {
      report.print();
      delete(folder);
    }
  }

  private static void measure(
      BenchProgram program, List<String> only, long visits, int persons, Report report)
      throws InterruptedException {
    if (only.contains("batch")) {
      new BatchBench(program, report).run();
    }
    if (only.contains("gates")) {
      new OfflineBatchBench(program, report).run();
    }
    if (only.contains("trace")) {
      var province = BenchProvince.load(program, visits, report);
      new TraceBench(program, province, report).run();
      new ManyTracesBench(program, province, report).run(BenchProvince.PROVINCE);
    }
    if (only.contains("names")) {
      new NameBench(program, report, persons).run();
    }
    if (only.contains("checkin")) {
      new CheckInBench(program, report).run();
    }
  }

  private static String valueOf(List<String> options, String name, String otherwise) {
    int at = options.indexOf(name);
    return at >= 0 && at + 1 < options.size() ? options.get(at + 1) : otherwise;
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
