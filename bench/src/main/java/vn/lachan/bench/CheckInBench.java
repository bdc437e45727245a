package vn.lachan.bench;

import java.util.Locale;

/**
 * Durable single check-ins over HTTP with 64 connections, against an empty authenticated handler of
 * the same server that reads the same body. Rounds alternate, so that both see the same machine.
 */
final class CheckInBench {
  private static final int CONNECTIONS = 64;
  private static final int WARM_UP_SECONDS = 25;
  private static final int ROUND_SECONDS = 6;
  private static final int ROUNDS = 5;

  private final BenchProgram program;
  private final Report report;

  CheckInBench(BenchProgram program, Report report) {
    this.program = program;
    this.report = report;
  }

  void run() throws InterruptedException {
    var gate = BenchGate.open(program);
    var load = new HttpLoad(program.port(), gate.token(), CONNECTIONS);
    load.perSecond("/api/v1/bench/empty", gate::body, WARM_UP_SECONDS);
    load.perSecond("/api/v1/visits", gate::body, WARM_UP_SECONDS);
    double[] checkIns = new double[ROUNDS];
    double[] empty = new double[ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
      empty[round] = load.perSecond("/api/v1/bench/empty", gate::body, ROUND_SECONDS);
      checkIns[round] = load.perSecond("/api/v1/visits", gate::body, ROUND_SECONDS);
    }
    double ours = Report.median(checkIns);
    double base = Report.median(empty);
    report.compare(
        "durable single check-ins over HTTP, 64 connections",
        String.format(Locale.ROOT, "%,.0f/s", ours),
        String.format(Locale.ROOT, "%,.0f/s, empty authenticated handler", base),
        ours / base,
        ours / base >= 0.5 ? "≥ 0.5: met" : "≥ 0.5: MISSED");
  }
}
