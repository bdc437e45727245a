package vn.lachan.app.visits;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.lachan.app.TestDatabase;
import vn.lachan.app.places.OpeningHours;
import vn.lachan.app.places.PlaceCard;
import vn.lachan.app.places.Places;
import vn.lachan.app.places.Status;
import vn.lachan.engine.scan.PlaceCode;
import vn.lachan.engine.tracing.Setting;

/** Drives group commit from many callers and prints its rate. Not a test: run its main. */
final class VisitLoadBench {
  private static final int CALLERS = 2_000;
  private static final int VISITS_EACH = 60;
  private static final int PLACES = 800;

  private VisitLoadBench() {}

  public static void main(String[] arguments) throws Exception {
    try (TestDatabase database = TestDatabase.create();
        ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      var tested = new StoreUnderTest(database);
      tested.days.ensure(
          VisitDays.dayOf(VisitSamples.at("00:00:00")).minusDays(2),
          VisitDays.dayOf(VisitSamples.at("00:00:00")).plusDays(2));
      var meters = new SimpleMeterRegistry();
      var commits =
          new GroupCommit(tested.store, VisitsSettings.defaults(), new VisitMetrics(meters));
      commits.start();
      for (int round = 0; round < 3; round++) {
        run(commits, callers, round);
      }
      System.out.printf(
          "groups of %.0f on average, %.1f ms a commit%n",
          meters.summary("visits.group.size").mean(),
          meters.timer("visits.group.commit").mean(TimeUnit.MILLISECONDS));
      commits.stop();
    }
    try (TestDatabase database = TestDatabase.create()) {
      load(database);
    }
  }

  private static void load(TestDatabase database) {
    var jdbc = database.jdbc();
    var loading =
        new VisitLoad(
            places(),
            new VisitTable(jdbc),
            new ArrivalTable(jdbc),
            new VisitDays(new DayTable(jdbc)),
            new JdbcTemplate(database.pool()),
            database.transactions());
    var random = new Random(1);
    long start = VisitSamples.at("2026-10-25T00:00:00");
    List<LoadedVisit> visits = new ArrayList<>();
    for (int count = 0; count < 450_000; count++) {
      long entered = start + random.nextInt(26 * 86_400);
      var departure =
          random.nextInt(3) > 0
              ? null
              : new NewVisit.Departure(entered + 60 + random.nextInt(9_000), DepartureKind.SCANNED);
      visits.add(
          new LoadedVisit(
              1L + random.nextInt(20_000), 1L + random.nextInt(PLACES), entered, departure));
    }
    long begun = System.nanoTime();
    long stored = loading.load(visits.iterator(), Instant.ofEpochSecond(start));
    System.out.printf("loaded %d visits in %.1f s%n", stored, (System.nanoTime() - begun) / 1e9);
  }

  /** Places of which only the cards are asked for. */
  private static Places places() {
    Map<Long, PlaceCard> cards = new HashMap<>();
    for (long place = 1; place <= PLACES; place++) {
      cards.put(place, card(place));
    }
    return (Places)
        Proxy.newProxyInstance(
            Places.class.getClassLoader(),
            new Class<?>[] {Places.class},
            (proxy, method, arguments) -> cards);
  }

  private static PlaceCard card(long place) {
    return new PlaceCard(
        place,
        new UUID(0, place),
        PlaceCode.fromRandom(place),
        "Chợ",
        "Số 1",
        1,
        "market",
        "trade",
        Setting.OUTDOOR,
        null,
        false,
        OpeningHours.parse("daily 06:00-22:00"),
        60,
        null,
        null,
        null,
        Status.OPEN);
  }

  private static void run(GroupCommit commits, ExecutorService callers, int round)
      throws Exception {
    long begun = System.nanoTime();
    List<Future<long[]>> waits = new ArrayList<>();
    for (int caller = 0; caller < CALLERS; caller++) {
      var random = new Random(round * 10_000L + caller);
      waits.add(callers.submit(() -> call(commits, random)));
    }
    List<Long> nanos = new ArrayList<>();
    for (Future<long[]> wait : waits) {
      for (long one : wait.get()) {
        nanos.add(one);
      }
    }
    double seconds = (System.nanoTime() - begun) / 1e9;
    nanos.sort(Comparator.naturalOrder());
    System.out.printf(
        "%d callers: %.0f visits/s acknowledged, median %.0f ms, 99%% %.0f ms%n",
        CALLERS,
        nanos.size() / seconds,
        nanos.get(nanos.size() / 2) / 1e6,
        nanos.get(nanos.size() * 99 / 100) / 1e6);
  }

  private static long[] call(GroupCommit commits, Random random) {
    long[] waits = new long[VISITS_EACH];
    for (int count = 0; count < VISITS_EACH; count++) {
      long entered = VisitSamples.at("08:00:00") + random.nextInt(30_000);
      long begun = System.nanoTime();
      commits.submit(
          VisitSamples.visit(
              1L + random.nextInt(200_000), 1L + random.nextInt(5_000), entered, 60));
      waits[count] = System.nanoTime() - begun;
    }
    return waits;
  }
}
