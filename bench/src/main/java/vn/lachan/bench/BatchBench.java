package vn.lachan.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.postgresql.PGConnection;
import vn.lachan.app.visits.Capture;
import vn.lachan.app.visits.CaptureWay;
import vn.lachan.app.visits.NewVisit;
import vn.lachan.app.visits.VisitStore;

/**
 * Batches of 10,000 visits through the store, against a staging COPY with INSERT ... ON CONFLICT
 * into a table of the same columns and indexes, and against a raw COPY into the same. The store
 * does more: it infers departures, remembers withdrawals, writes the received order.
 */
final class BatchBench {
  private static final int BATCH = 10_000;
  private static final int BATCHES = 40;
  private static final int WARM_UP = 8;
  private static final int PERSONS = 250_000;
  private static final int PLACES = 8_000;

  private final BenchProgram program;
  private final Report report;
  private final long day;

  BatchBench(BenchProgram program, Report report) {
    this.program = program;
    this.report = report;
    this.day =
        Instant.now(Clock.systemUTC())
            .truncatedTo(ChronoUnit.DAYS)
            .minus(2, ChronoUnit.DAYS)
            .getEpochSecond();
  }

  void run() {
    try (Connection connection = program.superuser()) {
      makeTables(connection);
      double[] store = new double[BATCHES];
      double[] staging = new double[BATCHES];
      double[] copy = new double[BATCHES];
      RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(11);
      for (int i = -WARM_UP; i < BATCHES; i++) {
        List<NewVisit> batch = batch(random);
        byte[] text = text(batch);
        double first = seconds(() -> program.bean(VisitStore.class).append(batch));
        double second = seconds(() -> staging(connection, text));
        double third = seconds(() -> copyInto(connection, "bench.raw", text));
        if (i >= 0) {
          store[i] = BATCH / first;
          staging[i] = BATCH / second;
          copy[i] = BATCH / third;
        }
      }
      say(Report.median(store), Report.median(staging), Report.median(copy));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void say(double store, double staging, double copy) {
    report.compare(
        "batch of 10,000 visits, durable",
        rate(store),
        rate(staging) + ", staging COPY + INSERT ON CONFLICT",
        store / staging,
        store / staging >= 0.7 ? "≥ 0.7: met" : "≥ 0.7: MISSED");
    report.compare(
        "the same", rate(store), rate(copy) + ", raw COPY", store / copy, "shown beside");
  }

  private static String rate(double perSecond) {
    return String.format(Locale.ROOT, "%,.0f/s", perSecond);
  }

  private interface Work {
    void run() throws SQLException, IOException;
  }

  private static double seconds(Work work) {
    long begun = System.nanoTime();
    try {
      work.run();
    } catch (SQLException | IOException e) {
      throw new IllegalStateException(e);
    }
    return (System.nanoTime() - begun) / 1e9;
  }

  private List<NewVisit> batch(RandomGenerator random) {
    List<NewVisit> visits = new ArrayList<>(BATCH);
    for (int i = 0; i < BATCH; i++) {
      long entered = day + random.nextInt(60_000);
      visits.add(
          new NewVisit(
              1L + random.nextInt(PERSONS),
              1L + random.nextInt(PLACES),
              entered,
              entered + 5_400,
              null,
              false,
              Capture.now(CaptureWay.BATCH, 1, entered)));
    }
    return visits;
  }

  private static byte[] text(List<NewVisit> batch) {
    var text = new StringBuilder();
    for (NewVisit visit : batch) {
      String entered = Instant.ofEpochSecond(visit.enteredAt()).toString();
      String left = Instant.ofEpochSecond(visit.departsBy()).toString();
      text.append(visit.person()).append('\t').append(visit.place()).append('\t');
      text.append(entered).append('\t').append(left).append('\t').append(left).append('\t');
      text.append(entered).append("\t\\N\t1\t\\N\t0\t0\t4\t0\n");
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void makeTables(Connection connection) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute("create schema if not exists bench");
      for (String table : List.of("target", "raw")) {
        statement.execute("drop table if exists bench." + table);
        statement.execute(
            "create table bench." + table + " (like visits.visit including constraints)");
        statement.execute(
            "create unique index on bench."
                + table
                + " (person, entered_at, place) include (left_at, departure)");
        statement.execute(
            "create index on bench."
                + table
                + " (place, entered_at) include (person, left_at, departure)");
      }
      statement.execute("drop table if exists bench.staging");
      statement.execute("create unlogged table bench.staging (like visits.visit)");
    }
  }

  private static void staging(Connection connection, byte[] text) throws SQLException, IOException {
    connection.setAutoCommit(false);
    try (var statement = connection.createStatement()) {
      statement.execute("truncate bench.staging");
      copyInto(connection, "bench.staging", text);
      statement.execute(
          "insert into bench.target select * from bench.staging on conflict do nothing");
    }
    connection.commit();
    connection.setAutoCommit(true);
  }

  private static void copyInto(Connection connection, String table, byte[] text)
      throws SQLException, IOException {
    connection
        .unwrap(PGConnection.class)
        .getCopyAPI()
        .copyIn("copy " + table + " from stdin", new ByteArrayInputStream(text));
  }
}
