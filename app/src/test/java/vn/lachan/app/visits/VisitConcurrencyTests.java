package vn.lachan.app.visits;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lachan.app.visits.VisitSamples.at;
import static vn.lachan.app.visits.VisitSamples.visit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lachan.app.TestDatabase;

/** Several copies of the program write to one database at once. */
class VisitConcurrencyTests {
  private static final int GROUPS = 120;

  private TestDatabase database;

  @BeforeEach
  void create() {
    database = TestDatabase.create();
  }

  @AfterEach
  void drop() {
    database.close();
  }

  @Test
  void aFollowerSkipsNothingWhileTwoCopiesCommit() throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(3)) {
      Future<Integer> first = threads.submit(() -> write(1));
      Future<Integer> second = threads.submit(() -> write(2));
      VisitStore follower = new StoreUnderTest(database).store;
      List<Followed.Change> seen = new ArrayList<>();
      long cursor = 0;
      boolean done = false;
      while (!done) {
        done = first.isDone() && second.isDone();
        Followed followed = follower.follow(cursor, 7);
        seen.addAll(followed.changes());
        cursor = followed.cursor();
        done &= followed.changes().isEmpty();
      }
      long stored = seen.stream().filter(change -> change.kind() == Followed.Kind.STORED).count();
      assertThat(stored).isEqualTo(first.get() + second.get());
      Set<Long> numbers = new HashSet<>();
      seen.forEach(change -> numbers.add(change.group() * 10_000 + change.position()));
      assertThat(numbers).hasSameSizeAs(seen);
    }
  }

  @Test
  void twoCopiesAgreeOnTheDeparturesOfOnePerson() throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      Future<Integer> first = threads.submit(() -> write(1));
      Future<Integer> second = threads.submit(() -> write(1));
      first.get();
      second.get();
    }
    var after = new StoreUnderTest(database);
    var concurrent = after.contents();
    after.clear();
    messages(1).forEach(after.store::append);
    assertThat(concurrent).isEqualTo(after.contents());
  }

  /** Writes the messages of a seed as one copy would; returns how many visits were stored. */
  private int write(long seed) {
    VisitStore store = new StoreUnderTest(database).store;
    int stored = 0;
    List<List<NewVisit>> groups = messages(seed);
    for (List<NewVisit> group : groups) {
      stored += (int) store.append(group).count(Outcome.STORED);
    }
    return stored;
  }

  private static List<List<NewVisit>> messages(long seed) {
    var random = new Random(seed);
    List<List<NewVisit>> groups = new ArrayList<>();
    for (int count = 0; count < GROUPS; count++) {
      List<NewVisit> group = new ArrayList<>();
      for (int size = random.nextInt(9); size >= 0; size--) {
        long entered = at("08:00:00") + 60L * random.nextInt(600);
        group.add(visit(1L + random.nextInt(20), 1L + random.nextInt(9), entered, 90));
      }
      groups.add(group);
    }
    return groups;
  }
}
