package vn.lachan.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import vn.lachan.app.visits.VisitStore;
import vn.lachan.engine.tracing.Needs;
import vn.lachan.engine.tracing.Rules;
import vn.lachan.engine.tracing.TraceResult;
import vn.lachan.engine.tracing.Tracer;
import vn.lachan.engine.tracing.Window;

/**
 * Contacts of one case through the engine and the store, against one hand-written statement that
 * computes the same under the plain rules. Each pair is timed in turn; the medians are compared and
 * the numbers of contacts must be equal.
 */
final class TraceBench {
  private static final int CASES = 40;
  private static final int WARM_UP = 15;
  private static final int WINDOW_DAYS = 14;
  private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

  private final BenchProgram program;
  private final BenchProvince province;
  private final Report report;

  TraceBench(BenchProgram program, BenchProvince province, Report report) {
    this.program = program;
    this.province = province;
    this.report = report;
  }

  void run() {
    try (Connection connection = program.superuser()) {
      connection.createStatement().execute("vacuum (analyze) visits.visit");
      connection.createStatement().execute("set jit = off");
      compare(connection, 1, TraceSql.GENERATION_ONE);
      compare(connection, 2, TraceSql.GENERATIONS_ONE_AND_TWO);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void compare(Connection connection, int generations, String sql) throws SQLException {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(7);
    double[] ours = new double[CASES];
    double[] theirs = new double[CASES];
    long contacts = 0;
    for (int i = -WARM_UP; i < CASES; i++) {
      long person = province.firstPerson() + random.nextInt(province.province().people());
      long begun = System.nanoTime();
      int found = trace(person, generations).contacts().size();
      long between = System.nanoTime();
      int foundBySql = bySql(connection, sql, person);
      long end = System.nanoTime();
      if (found != foundBySql) {
        throw new IllegalStateException(
            "person %d: %d contacts by the engine, %d by SQL".formatted(person, found, foundBySql));
      }
      if (i >= 0) {
        ours[i] = (between - begun) / 1e6;
        theirs[i] = (end - between) / 1e6;
        contacts += found;
      }
    }
    double mine = Report.median(ours);
    double best = Report.median(theirs);
    report.compare(
        "contacts of one case, generation 1"
            + (generations == 1 ? "" : " and 2")
            + String.format(Locale.ROOT, " (%,d contacts on average)", contacts / CASES),
        String.format(Locale.ROOT, "%.2f ms", mine),
        String.format(Locale.ROOT, "%.2f ms, best SQL", best),
        mine / best,
        mine <= 1.5 * best + 5 ? "≤ 1.5 × + 5 ms: met" : "≤ 1.5 × + 5 ms: MISSED");
  }

  private Window window() {
    long to = province.end().getEpochSecond();
    return new Window(to - Duration.ofDays(WINDOW_DAYS).toSeconds(), to);
  }

  private TraceResult trace(long person, int generations) {
    VisitStore store = program.bean(VisitStore.class);
    var tracer = Tracer.open(person, window(), Rules.plain(), generations, ZONE);
    for (var needs = tracer.needs(); needs.isPresent(); needs = tracer.needs()) {
      switch (needs.get()) {
        case Needs.StaysOf stays -> tracer.supplyVisits(store.ofPersons(stays.windows()));
        case Needs.PresentAt present -> tracer.supplyVisits(store.atPlaces(present.windows()));
        case Needs.TraitsOf ignored -> throw new IllegalStateException("plain rules ask no traits");
        case Needs.EncountersOf ignored ->
            throw new IllegalStateException("plain rules ask no encounters");
      }
    }
    return tracer.result();
  }

  private int bySql(Connection connection, String sql, long person) throws SQLException {
    Window window = window();
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setLong(1, person);
      statement.setLong(2, window.from());
      statement.setLong(3, window.to());
      int rows = 0;
      try (ResultSet result = statement.executeQuery()) {
        while (result.next()) {
          rows++;
        }
      }
      return rows;
    }
  }
}
