package vn.lachan.app.visits;

import static vn.lachan.app.visits.VisitSamples.at;
import static vn.lachan.app.visits.VisitSamples.visit;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import vn.lachan.app.TestDatabase;
import vn.lachan.engine.tracing.PersonWindow;
import vn.lachan.engine.tracing.PlaceWindow;
import vn.lachan.engine.tracing.Visit;

/** Drives the store alone and prints its rates. Not a test: run its main. */
final class VisitStoreBench {
  private static final int PERSONS = 200_000;
  private static final int PLACES = 5_000;
  private static final int DAYS = 30;
  private static final long START = at("2026-10-21T00:00:00");

  private VisitStoreBench() {}

  public static void main(String[] arguments) {
    try (TestDatabase database = TestDatabase.create()) {
      var tested = new StoreUnderTest(database);
      tested.days.ensure(VisitDays.dayOf(START), VisitDays.dayOf(START).plusDays(DAYS + 2));
      write(tested.store, 1_000);
      write(tested.store, 100);
      write(tested.store, 10);
      tested.jdbc.sql("vacuum (analyze) visits.visit").update();
      read(tested.store, 1);
      read(tested.store, 100);
      read(tested.store, 5_000);
      read(tested.store, 50_000);
      readAll(tested.store);
      explain(tested, 1);
      explain(tested, 5_000);
    }
  }

  private static void write(VisitStore store, int groupSize) {
    var random = new Random(groupSize);
    int groups = Math.min(400, 200_000 / groupSize);
    long millis = 0;
    for (int count = 0; count < groups; count++) {
      List<NewVisit> group = new ArrayList<>(groupSize);
      long now = START + 86_400L * DAYS * count / groups;
      for (int size = 0; size < groupSize; size++) {
        long entered = now + random.nextInt(600);
        group.add(visit(1L + random.nextInt(PERSONS), 1L + random.nextInt(PLACES), entered, 90));
      }
      if (count == groups / 10) {
        millis = System.nanoTime();
      }
      store.append(group);
    }
    double seconds = (System.nanoTime() - millis) / 1e9;
    double groupsTimed = groups * 0.9;
    System.out.printf(
        "append in groups of %d: %.0f visits/s, %.2f ms a group%n",
        groupSize, groupsTimed * groupSize / seconds, 1000 * seconds / groupsTimed);
  }

  private static void read(VisitStore store, int windows) {
    var random = new Random(windows);
    for (int round = 0; round < 8; round++) {
      List<PersonWindow> persons = new ArrayList<>();
      List<PlaceWindow> places = new ArrayList<>();
      for (int count = 0; count < windows; count++) {
        long from = START + 86_400L * random.nextInt(DAYS - 7);
        persons.add(new PersonWindow(1L + random.nextInt(PERSONS), from, from + 7 * 86_400L));
        places.add(new PlaceWindow(1L + random.nextInt(PLACES), from, from + 3_600L * 12));
      }
      long begun = System.nanoTime();
      List<Visit> ofPersons = store.ofPersons(persons);
      long half = System.nanoTime();
      List<Visit> atPlaces = store.atPlaces(places);
      long end = System.nanoTime();
      if (round >= 6) {
        System.out.printf(
            "%d windows: ofPersons %.2f ms (%d visits), atPlaces %.2f ms (%d visits)%n",
            windows, (half - begun) / 1e6, ofPersons.size(), (end - half) / 1e6, atPlaces.size());
      }
    }
  }

  private static void readAll(VisitStore store) {
    List<PlaceWindow> places = new ArrayList<>();
    for (long place = 1; place <= PLACES; place++) {
      places.add(new PlaceWindow(place, START, START + 86_400L * DAYS));
    }
    for (int round = 0; round < 4; round++) {
      long begun = System.nanoTime();
      int rows = store.atPlaces(places).size();
      double seconds = (System.nanoTime() - begun) / 1e9;
      System.out.printf("everything: %d visits, %.0f a second%n", rows, rows / seconds);
    }
  }

  private static void explain(StoreUnderTest tested, int windows) {
    List<PersonWindow> persons = new ArrayList<>();
    for (long person = 1; person <= windows; person++) {
      persons.add(new PersonWindow(person, START, START + 86_400L * 3));
    }
    WindowTable.statement(
            tested.jdbc,
            "explain (analyze, buffers) " + WindowTable.OF_PERSONS,
            Windows.ofPersons(persons))
        .query(String.class)
        .list()
        .forEach(System.out::println);
  }
}
