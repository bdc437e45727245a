package vn.lachan.bench;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lachan.app.tracing.TraceRequest;
import vn.lachan.app.tracing.Traces;
import vn.lachan.app.tracing.TracingSettings;
import vn.lachan.engine.tracing.InfectiousPeriod.CaseDates;

/**
 * Five hundred cases of a day computed anew: in one run, whose cases share their questions to
 * storage, against one after another. Rounds alternate; the medians are compared.
 */
final class ManyTracesBench {
  private static final int CASES = 500;
  private static final int ROUNDS = 5;
  private static final long FIRST_SUBJECT = 1_000_000;
  private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

  private final BenchProgram program;
  private final BenchProvince province;
  private final Report report;

  ManyTracesBench(BenchProgram program, BenchProvince province, Report report) {
    this.program = program;
    this.province = province;
    this.report = report;
  }

  void run(int unit) {
    long begun = System.nanoTime();
    long contacts = open(unit);
    report.line(
        String.format(
            Locale.ROOT,
            "opened %d cases with %,d contacts in %.1f s",
            CASES,
            contacts,
            (System.nanoTime() - begun) / 1e9));
    double[] together = new double[ROUNDS];
    double[] alone = new double[ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
      together[round] = refresh(program.bean(TracingSettings.class).batchTraces());
      alone[round] = refresh(1);
    }
    double mine = Report.median(together);
    double other = Report.median(alone);
    report.compare(
        CASES + " cases computed anew in one run",
        String.format(Locale.ROOT, "%.2f s", mine),
        String.format(Locale.ROOT, "%.2f s, one after another", other),
        mine / other,
        "≤ 1 ×: " + (mine <= other ? "met" : "MISSED"));
  }

  private long open(int unit) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(11);
    Instant now = province.end();
    LocalDate today = now.atZone(ZONE).toLocalDate();
    Traces traces = program.bean(Traces.class);
    long contacts = 0;
    for (int i = 0; i < CASES; i++) {
      long person = province.firstPerson() + random.nextInt(province.province().people());
      var dates = new CaseDates(today.minusDays(random.nextInt(4)), null, null, now);
      var request = new TraceRequest(FIRST_SUBJECT + i, person, "COVID-19", unit, today, dates);
      contacts +=
          traces.open(request, now).figures().stream()
              .mapToLong(figures -> figures.close() + figures.casual())
              .sum();
    }
    return contacts;
  }

  private double refresh(int batch) {
    Traces traces = program.bean(Traces.class);
    TransactionTemplate transactions = program.bean(TransactionTemplate.class);
    List<Long> subjects = new ArrayList<>();
    long begun = System.nanoTime();
    for (int i = 0; i < CASES; i++) {
      subjects.add(FIRST_SUBJECT + i);
      if (subjects.size() == batch || i == CASES - 1) {
        transactions.executeWithoutResult(_ -> traces.refreshAll(subjects, province.end()));
        subjects.clear();
      }
    }
    return (System.nanoTime() - begun) / 1e9;
  }
}
