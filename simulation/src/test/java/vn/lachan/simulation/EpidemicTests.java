package vn.lachan.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EpidemicTests {
  private static final SyntheticProvince PROVINCE = Provinces.DEMO;

  @Test
  void sourceAndTargetWereBothThere() {
    assertThat(PROVINCE.transmissions()).isNotEmpty();
    for (Transmission transmission : PROVINCE.transmissions()) {
      assertThat(wasThere(transmission.source(), transmission)).as("%s", transmission).isTrue();
      assertThat(wasThere(transmission.target(), transmission)).as("%s", transmission).isTrue();
    }
  }

  @Test
  void transmissionsAndCasesTellTheSame() {
    Map<Integer, SimulatedCase> cases = new HashMap<>();
    PROVINCE.cases().forEach(infected -> cases.put(infected.person(), infected));
    assertThat(cases).hasSize(PROVINCE.cases().size());
    assertThat(cases).hasSize(PROVINCE.transmissions().size() + SmallDemo.CHAINS);
    for (Transmission transmission : PROVINCE.transmissions()) {
      SimulatedCase source = Objects.requireNonNull(cases.get(transmission.source()));
      SimulatedCase target = Objects.requireNonNull(cases.get(transmission.target()));
      assertThat(target.source()).isEqualTo(source.person());
      assertThat(target.generation()).isEqualTo(source.generation() + 1);
      assertThat(target.chain()).isEqualTo(source.chain());
      LocalDate at = transmission.at().atZone(Provinces.ZONE).toLocalDate();
      assertThat(target.onset()).isAfter(at);
      assertThat(at).isAfterOrEqualTo(source.onset().minusDays(2));
      if (source.isolatedAt() != null) {
        assertThat(transmission.at()).isBefore(source.isolatedAt());
      }
    }
  }

  @Test
  void threeWeeksHoldSeveralGenerationsAndTheLastAreUntraced() {
    int deepest = PROVINCE.cases().stream().mapToInt(SimulatedCase::generation).max().orElse(0);
    assertThat(deepest).isBetween(3, 7);
    assertThat(PROVINCE.cases().stream().filter(infected -> infected.sampleDate() == null).count())
        .isBetween(3L, 80L);
    assertThat(PROVINCE.cases().stream().filter(infected -> infected.isolatedAt() != null).count())
        .isGreaterThan(5);
    for (int chain = 0; chain < SmallDemo.CHAINS; chain++) {
      int wanted = chain;
      assertThat(PROVINCE.cases().stream().filter(infected -> infected.chain() == wanted).count())
          .as("chain %d", chain)
          .isGreaterThan(1);
    }
  }

  @Test
  void everySeedReachesTheThirdGeneration() {
    for (long seed = 1; seed <= 10; seed++) {
      SyntheticProvince province =
          SyntheticProvince.of(Provinces.spec(seed, 8_000, 21).withChains(3));
      assertThat(province.cases().stream().mapToInt(SimulatedCase::generation).max().orElse(0))
          .as("seed %d", seed)
          .isGreaterThanOrEqualTo(3);
    }
  }

  @Test
  void nobodyInIsolationVisitsAnything() {
    Map<Integer, Long> isolatedAt = new HashMap<>();
    for (SimulatedCase infected : PROVINCE.cases()) {
      Instant at = infected.isolatedAt();
      if (at != null) {
        isolatedAt.put(infected.person(), at.getEpochSecond());
      }
    }
    PROVINCE.visits(
        (person, place, enteredAt, leftAt, capture) ->
            assertThat(Math.max(enteredAt, leftAt))
                .isLessThanOrEqualTo(isolatedAt.getOrDefault(person, Long.MAX_VALUE)));
  }

  private static boolean wasThere(int wanted, Transmission transmission) {
    LocalDate date = transmission.at().atZone(Provinces.ZONE).toLocalDate();
    int day =
        IntStream.range(0, PROVINCE.spec().days())
            .filter(i -> PROVINCE.spec().date(i).equals(date))
            .findFirst()
            .orElseThrow();
    boolean[] found = {false};
    // A stay that began the day before may last past midnight.
    for (int began = Math.max(0, day - 1); began <= day; began++) {
      long second = transmission.at().getEpochSecond() - PROVINCE.spec().dayBegins(began);
      PROVINCE
          .stays(began)
          .replay(
              (person, place, entered, left, scannedOut, capture) ->
                  found[0] |=
                      person == wanted
                          && place == transmission.place()
                          && entered <= second
                          && second < left);
    }
    return found[0];
  }
}
