package vn.lachan.app.visits;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lachan.app.visits.VisitSamples.at;
import static vn.lachan.app.visits.VisitSamples.visit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.lachan.app.TestDatabase;
import vn.lachan.engine.tracing.PersonWindow;
import vn.lachan.engine.tracing.PlaceWindow;
import vn.lachan.engine.tracing.Visit;

/** The two reads of tracing against a plain filter over everything. */
class VisitWindowTests {
  private static final long START = at("2026-11-17T00:00:00");
  private static final int SPAN_SECONDS = 4 * 86_400;

  private static TestDatabase database;
  private static VisitStore store;

  @BeforeAll
  static void create() {
    database = TestDatabase.create();
    store = new StoreUnderTest(database).store;
  }

  @AfterAll
  static void drop() {
    database.close();
  }

  @Test
  void readsEqualAPlainFilter() {
    long seed = Long.getLong("seed", System.nanoTime());
    var random = new Random(seed);
    store.append(visits(random));
    List<Visit> all = everything();
    assertThat(all).hasSizeGreaterThan(500);
    for (int round = 0; round < 60; round++) {
      List<PersonWindow> persons = new ArrayList<>();
      List<PlaceWindow> places = new ArrayList<>();
      for (int count = random.nextInt(40); count >= 0; count--) {
        long from = START + random.nextInt(SPAN_SECONDS);
        long to = from + random.nextInt(90_000);
        persons.add(new PersonWindow(1L + random.nextInt(40), from, to));
        places.add(new PlaceWindow(1L + random.nextInt(15), from, to));
      }
      assertThat(store.ofPersons(persons))
          .as("-Dseed=%d", seed)
          .doesNotHaveDuplicates()
          .hasSameElementsAs(filterPersons(all, persons));
      assertThat(store.atPlaces(places))
          .as("-Dseed=%d", seed)
          .doesNotHaveDuplicates()
          .hasSameElementsAs(filterPlaces(all, places));
    }
  }

  @Test
  void aStayOf24HoursIsFoundToItsLastSecondAndNotAfter() {
    long entered = at("2026-11-10T09:00:00");
    store.append(List.of(visit(99, 99, entered, 24 * 60)));
    long left = entered + VisitRules.LONGEST_SECONDS;

    assertThat(store.ofPersons(List.of(new PersonWindow(99, left - 1, left)))).hasSize(1);
    assertThat(store.ofPersons(List.of(new PersonWindow(99, left, left + 1)))).isEmpty();
    assertThat(store.atPlaces(List.of(new PlaceWindow(99, left - 1, left)))).hasSize(1);
    assertThat(store.atPlaces(List.of(new PlaceWindow(99, left, left + 1)))).isEmpty();
    assertThat(store.ofPersons(List.of(new PersonWindow(99, entered - 5, entered)))).isEmpty();
    assertThat(store.ofPersons(List.of(new PersonWindow(99, entered, entered + 1)))).hasSize(1);
    assertThat(store.ofPersons(List.of())).isEmpty();
  }

  @Test
  void onlyTheDaysOfTheWindowAreRead() {
    var tested = new StoreUnderTest(database);
    tested.days.ensure(VisitDays.dayOf(START).minusDays(20), VisitDays.dayOf(START).plusDays(10));
    long from = at("2026-11-18T10:00:00");
    var windows = Windows.ofPersons(List.of(new PersonWindow(1, from, from + 3_600)));
    for (String sql : List.of(WindowTable.OF_PERSONS, WindowTable.AT_PLACES)) {
      String plan =
          String.join(
              "\n",
              WindowTable.statement(tested.jdbc, "explain " + sql, windows)
                  .query((row, index) -> String.valueOf(row.getString(1)))
                  .list());
      assertThat(plan).contains("visit_20261117", "visit_20261118");
      assertThat(plan).doesNotContain("visit_20261116", "visit_20261119");
    }
  }

  private static List<NewVisit> visits(Random random) {
    List<NewVisit> visits = new ArrayList<>();
    for (int count = 0; count < 900; count++) {
      long entered = START + random.nextInt(SPAN_SECONDS);
      if (random.nextInt(10) == 0) {
        entered = START + 86_400L * (1 + random.nextInt(3));
      }
      int dwell = random.nextInt(5) == 0 ? 24 * 60 : 1 + random.nextInt(600);
      visits.add(visit(1L + random.nextInt(40), 1L + random.nextInt(15), entered, dwell));
    }
    return visits;
  }

  private static List<Visit> everything() {
    List<PersonWindow> all = new ArrayList<>();
    for (long person = 1; person <= 40; person++) {
      all.add(new PersonWindow(person, START - 86_400, START + SPAN_SECONDS + 86_400));
    }
    return store.ofPersons(all);
  }

  private static List<Visit> filterPersons(List<Visit> all, List<PersonWindow> windows) {
    var found = new HashSet<Visit>();
    for (PersonWindow window : windows) {
      found.addAll(filter(all, Visit::person, window.person(), window.from(), window.to()));
    }
    return List.copyOf(found);
  }

  private static List<Visit> filterPlaces(List<Visit> all, List<PlaceWindow> windows) {
    var found = new HashSet<Visit>();
    for (PlaceWindow window : windows) {
      found.addAll(filter(all, Visit::place, window.place(), window.from(), window.to()));
    }
    return List.copyOf(found);
  }

  private static List<Visit> filter(
      List<Visit> all, ToLongFunction<Visit> key, long wanted, long from, long to) {
    return all.stream()
        .filter(visit -> key.applyAsLong(visit) == wanted)
        .filter(visit -> from < to && visit.enteredAt() < to && visit.leftAt() > from)
        .toList();
  }
}
