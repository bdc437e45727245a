package vn.lachan.app.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import vn.lachan.app.access.Actor;
import vn.lachan.engine.tracing.Crowd;
import vn.lachan.engine.tracing.CrowdDecision;
import vn.lachan.engine.tracing.InfectiousPeriod.CaseDates;
import vn.lachan.engine.tracing.PlaceWindow;
import vn.lachan.engine.tracing.Setting;
import vn.lachan.engine.tracing.Visit;

/** A market of twenty thousand an hour, and a trace that is really that large. */
class LargeTraceTests {
  private static final int VISITORS = 50_000;
  private static final int MARKET = 20_000;

  @Test
  void aMarketIsACrowdAndAGraphOfFiftyThousandIsStoredAndKept() {
    try (var fixture = new TracingFixture(true)) {
      fixture.sources.settings.put(1L, Setting.INDOOR);
      long ten =
          TracingFixture.DAY.minusDays(1).atTime(10, 0).atZone(TracingFixture.ZONE).toEpochSecond();
      fixture.sources.store(new Visit(1, 1, ten, ten + 3_600, false));
      for (int i = 0; i < MARKET; i++) {
        long entered = ten - 1_800 + i % 90 * 60L;
        fixture.sources.visits.add(
            new Visit(2L + i, 1, entered, entered + 600L + i % 40 * 60L, false));
      }
      Instant now = TracingFixture.NOW;
      var dates = new CaseDates(TracingFixture.DAY, null, null, now);
      fixture.open(1, 1, dates, now);
      long trace = fixture.number(1);
      Crowd crowd = fixture.crowds.ofTrace(trace).getFirst();
      assertThat(fixture.rows(1)).isEmpty();
      assertThat(crowd.outcome()).isEqualTo(Crowd.Outcome.HELD_BACK);
      assertThat(crowd.visitors()).isGreaterThan(15_000).isEqualTo(crowd.contacts());
      assertThat(crowd.sourceMinutes()).isEqualTo(60);

      decide(fixture, crowd.window(), 45, false);
      crowd = fixture.crowds.ofTrace(trace).getFirst();
      assertThat(crowd.outcome()).isEqualTo(Crowd.Outcome.NARROWED);
      assertThat(fixture.rows(1)).hasSize(crowd.contacts()).isEqualTo(fixture.fresh(1));

      for (int i = MARKET; i < VISITORS; i++) {
        fixture.sources.visits.add(new Visit(2L + i, 1, ten + i % 50 * 60L, ten + 3_600, false));
      }
      decide(fixture, crowd.window(), 0, true);
      ContactCount count = fixture.traces.count(Actor.program(), 1, ContactFilter.ofGeneration(1));
      assertThat(count.all()).isGreaterThan(45_000).isEqualTo(held(fixture));
      assertThat(fixture.traces.contacts(Actor.program(), 1, ContactFilter.all(), null, 50).rows())
          .hasSize(50);
    }
  }

  private static int held(TracingFixture fixture) {
    return fixture.crowds.ofTrace(fixture.number(1)).getFirst().contacts();
  }

  private static void decide(TracingFixture fixture, PlaceWindow window, int minutes, boolean all) {
    long trace = fixture.number(1);
    var decision =
        new CrowdDecision(
            window.place(), window.from(), window.to(), window.from(), window.to(), minutes, all);
    fixture.inTransaction(
        () -> {
          fixture.crowds.decide(trace, decision, "thử", 1, TracingFixture.NOW);
          fixture.keeper.again(
              trace, Causes.all(Cause.CROWD), TraceKeeper.By.BESIDE, TracingFixture.NOW);
          return true;
        });
  }
}
