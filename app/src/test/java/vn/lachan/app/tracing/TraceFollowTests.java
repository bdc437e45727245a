package vn.lachan.app.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import vn.lachan.app.people.HouseholdKind;
import vn.lachan.app.people.HouseholdLink;
import vn.lachan.engine.tracing.InfectiousPeriod.CaseDates;
import vn.lachan.engine.tracing.Setting;
import vn.lachan.engine.tracing.Visit;

/** Whatever arrives, in whatever order: the rows of each trace equal a fresh run of the engine. */
class TraceFollowTests {
  private static final int PERSONS = 24;
  private static final int PLACES = 6;
  private static final int OPERATIONS = 120;
  private static final long BASE =
      TracingFixture.DAY.minusDays(6).atStartOfDay(TracingFixture.ZONE).toEpochSecond();
  private static final int SPAN_SECONDS = 6 * 86_400;
  private static final TracingFixture FIXTURE = new TracingFixture(true);

  @AfterAll
  static void close() {
    FIXTURE.close();
  }

  @Test
  void rowsEqualAFreshRunAfterEveryKindOfChange() {
    long seed = Long.getLong("seed", 20_210_910L);
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    settle(random);
    Instant isolated = TracingFixture.NOW.minus(Duration.ofHours(20));
    FIXTURE.open(
        1,
        1,
        new CaseDates(TracingFixture.DAY.minusDays(3), null, null, isolated),
        TracingFixture.NOW);
    FIXTURE.open(
        2, 2, new CaseDates(null, TracingFixture.DAY.minusDays(1), null, null), TracingFixture.NOW);
    FIXTURE.open(
        3,
        3,
        new CaseDates(TracingFixture.DAY.minusDays(1), null, null, isolated),
        TracingFixture.NOW);
    check(seed, -1, "opening");
    for (int i = 0; i < OPERATIONS; i++) {
      String what = operate(random);
      FIXTURE.follow(TracingFixture.NOW);
      check(seed, i, what);
    }
    Set<String> causes =
        new HashSet<>(
            FIXTURE
                .database
                .jdbc()
                .sql("select distinct cause from tracing.change where kind = 'WITHDRAWN'")
                .query(String.class)
                .list());
    assertThat(causes).as("seed %d", seed).contains("WITHDRAWAL", "DEPARTURE", "MERGE");
  }

  private static void settle(RandomGenerator random) {
    Setting[] settings = Setting.values();
    for (long place = 1; place <= PLACES; place++) {
      FIXTURE.sources.settings.put(place, settings[random.nextInt(settings.length)]);
    }
    for (long person = 1; person <= PERSONS; person++) {
      FIXTURE.sources.units.put(person, TracingFixture.COMMUNE);
      for (int i = 0; i < 4; i++) {
        FIXTURE.sources.store(visit(random, person));
      }
    }
    FIXTURE.sources.households.add(
        new HouseholdLink(
            1,
            9,
            HouseholdKind.FAMILY,
            Instant.ofEpochSecond(BASE),
            Instant.ofEpochSecond(BASE + SPAN_SECONDS)));
  }

  private static Visit visit(RandomGenerator random, long person) {
    long entered = BASE + random.nextInt(SPAN_SECONDS / 300) * 300L;
    long left = entered + 300L * (1 + random.nextInt(40));
    return new Visit(person, 1L + random.nextInt(PLACES), entered, left, random.nextBoolean());
  }

  private static String operate(RandomGenerator random) {
    List<Visit> visits = FIXTURE.sources.visits;
    Visit one = visits.get(random.nextInt(visits.size()));
    switch (random.nextInt(6)) {
      case 0, 1 -> {
        FIXTURE.sources.store(visit(random, 1L + random.nextInt(PERSONS)));
        return "late visit";
      }
      case 2 -> {
        FIXTURE.sources.withdraw(one);
        return "withdrawal";
      }
      case 3 -> {
        FIXTURE.sources.depart(one, one.enteredAt() + 300L * (1 + random.nextInt(40)));
        return "departure";
      }
      case 4 -> {
        long record = 1L + random.nextInt(PERSONS);
        long sameAs = FIXTURE.sources.person(1L + random.nextInt(PERSONS));
        if (!FIXTURE.sources.aliases.containsKey(record)
            && FIXTURE.sources.person(sameAs) != record) {
          FIXTURE.merge(record, sameAs);
        }
        return "merge";
      }
      default -> {
        List<Long> merged = List.copyOf(FIXTURE.sources.aliases.keySet());
        if (!merged.isEmpty()) {
          FIXTURE.unmerge(merged.get(random.nextInt(merged.size())));
        }
        return "unmerge";
      }
    }
  }

  private static void check(long seed, int operation, String what) {
    for (long subject = 1; subject <= 3; subject++) {
      assertThat(FIXTURE.rows(subject))
          .as("seed %d, operation %d (%s), subject %d", seed, operation, what, subject)
          .isEqualTo(FIXTURE.fresh(subject));
    }
  }
}
