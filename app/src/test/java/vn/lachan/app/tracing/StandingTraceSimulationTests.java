package vn.lachan.app.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.lachan.engine.tracing.Crowd;

/**
 * Visits come late, twice, in another order and are taken back, check-outs and corrected hours
 * follow, people are merged and parted and move in together, officers decide about crowds; two
 * copies of the program follow it and are killed in the middle. When it is quiet, each standing
 * trace equals a fresh run, and keeps to it when the old days are destroyed.
 *
 * <p>{@code -Dseed=} repeats what a failure printed.
 */
class StandingTraceSimulationTests {
  private static final int SEEDS = Integer.getInteger("seeds", 3);

  private static final Set<String> CAUSES =
      Set.of("LATE_VISIT", "WITHDRAWAL", "DEPARTURE", "MERGE", "HOUSEHOLD", "CROWD");

  @Test
  void everyStandingTraceEndsEqualToAFreshOne() throws Exception {
    long given = Long.getLong("seed", 0);
    Set<String> causes = new HashSet<>();
    Set<Crowd.Outcome> outcomes = EnumSet.noneOf(Crowd.Outcome.class);
    for (int i = 0;
        i < (given == 0 ? SEEDS : 1) || (given == 0 && lacks(causes, outcomes, i));
        i++) {
      long seed = given == 0 ? 20_261_121L + i : given;
      try (var simulation = new StandingSimulation(seed)) {
        simulation.run();
        causes.addAll(simulation.causes());
        outcomes.addAll(simulation.outcomes);
      }
    }
    if (given == 0) {
      assertThat(causes).containsAll(CAUSES);
      assertThat(outcomes).contains(Crowd.Outcome.HELD_BACK, Crowd.Outcome.NARROWED);
    }
  }

  /**
   * What two copies do at the same moment differs from run to run; more seeds are tried until every
   * cause and every end of a crowd was seen.
   */
  private static boolean lacks(Set<String> causes, Set<Crowd.Outcome> outcomes, int tried) {
    return tried < 3 * SEEDS
        && !(outcomes.size() == Crowd.Outcome.values().length && causes.containsAll(CAUSES));
  }
}
