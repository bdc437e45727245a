package vn.lachan.app.visits;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lachan.app.visits.VisitSamples.at;
import static vn.lachan.app.visits.VisitSamples.capture;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.lachan.app.TestDatabase;

/** Any order and grouping of arrival, with repeats, ends in the same rows. */
class VisitOrderTests {
  private static final int WORLDS = 10;
  private static final int ORDERS = 4;

  private static TestDatabase database;
  private static StoreUnderTest tested;

  @BeforeAll
  static void create() {
    database = TestDatabase.create();
    tested = new StoreUnderTest(database, (from, to) -> 60_000.0 * Math.abs(from - to));
  }

  @AfterAll
  static void drop() {
    database.close();
  }

  @Test
  void everyOrderOfArrivalEndsInTheSameRows() {
    long seed = Long.getLong("seed", System.nanoTime());
    var random = new Random(seed);
    for (int world = 0; world < WORLDS; world++) {
      List<VisitMessage> messages = messages(random);
      List<String> expected = arrive(messages, random, true);
      for (int order = 0; order < ORDERS; order++) {
        assertThat(arrive(messages, random, false))
            .as("world %d, order %d, -Dseed=%d", world, order, seed)
            .containsExactlyElementsOf(expected);
      }
      assertThat(tested.store.follow(0, 10_000).changes()).isNotEmpty();
      assertFollowedEqualsStored(seed);
    }
  }

  /** Following from the beginning rebuilds exactly what is stored. */
  private static void assertFollowedEqualsStored(long seed) {
    Map<Group.VisitKey, Long> rebuilt = new TreeMap<>(ORDER);
    for (Followed.Change change : tested.store.follow(0, 10_000).changes()) {
      var key =
          new Group.VisitKey(
              change.visit().person(), change.visit().place(), change.visit().enteredAt());
      if (change.kind() == Followed.Kind.WITHDRAWN) {
        assertThat(rebuilt.remove(key)).isNotNull();
      } else {
        Long before = rebuilt.put(key, change.visit().leftAt());
        assertThat(before == null)
            .as("-Dseed=%d", seed)
            .isEqualTo(change.kind() == Followed.Kind.STORED);
        assertThat(before == null || before == change.previousLeftAt()).isTrue();
      }
    }
    Map<Group.VisitKey, Long> stored = new TreeMap<>(ORDER);
    tested
        .jdbc
        .sql(
            "select person, place, date_part('epoch', entered_at), date_part('epoch', left_at) from visits.visit")
        .query(
            row -> {
              stored.put(
                  new Group.VisitKey(row.getLong(1), row.getLong(2), row.getLong(3)),
                  row.getLong(4));
            });
    assertThat(rebuilt).as("-Dseed=%d", seed).isEqualTo(stored);
  }

  private static final Comparator<Group.VisitKey> ORDER =
      Comparator.comparingLong(Group.VisitKey::person)
          .thenComparingLong(Group.VisitKey::place)
          .thenComparingLong(Group.VisitKey::enteredAt);

  private static List<String> arrive(
      List<VisitMessage> messages, Random random, boolean inOneGroup) {
    tested.clear();
    List<VisitMessage> sent = new ArrayList<>(messages);
    for (int repeat = 0; repeat < messages.size() / 5; repeat++) {
      sent.add(messages.get(random.nextInt(messages.size())));
    }
    Collections.shuffle(sent, random);
    for (int from = 0; from < sent.size(); ) {
      int to = inOneGroup ? sent.size() : Math.min(sent.size(), from + 1 + random.nextInt(12));
      assertThat(tested.store.append(sent.subList(from, to)).outcomes())
          .doesNotContain(Outcome.FAILED);
      from = to;
    }
    return tested.contents();
  }

  private static List<VisitMessage> messages(RandomGenerator random) {
    List<VisitMessage> messages = new ArrayList<>();
    for (int count = 0; count < 40; count++) {
      messages.add(message(random));
    }
    for (VisitMessage message : List.copyOf(messages)) {
      if (message instanceof NewVisit visit && random.nextInt(6) == 0) {
        messages.add(VisitSamples.withdrawal(visit.person(), visit.place(), visit.enteredAt()));
      }
    }
    return messages;
  }

  /** Few persons, places and times, so that everything meets everything, midnight included. */
  private static VisitMessage message(RandomGenerator random) {
    long person = 1L + random.nextInt(3);
    long place = 10L + random.nextInt(3);
    long time = at("2026-11-19T12:00:00") + 1_800L * random.nextInt(110);
    DepartureKind kind = random.nextBoolean() ? DepartureKind.KEYED : DepartureKind.SCANNED;
    if (random.nextInt(3) == 0) {
      return new NewDeparture(person, place, time, kind, capture(time));
    }
    long departsBy = time + 1_800L * (1 + (person + place + time) % 48);
    NewVisit.Departure departure =
        random.nextInt(4) == 0
            ? new NewVisit.Departure(time + 1_800L * (1 + random.nextInt(48)), kind)
            : null;
    return new NewVisit(person, place, time, departsBy, departure, place == 11, capture(time));
  }
}
