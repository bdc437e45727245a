package vn.lachan.app.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import vn.lachan.app.program.ProgramSettings;
import vn.lachan.app.visits.VisitsSettings;
import vn.lachan.engine.tracing.InfectiousPeriod.CaseDates;

/** What traces tell visits before days are destroyed. */
class TracesAtRetentionTests {
  @Test
  void noDayIsGivenFreeBeforeOpenTracesHaveCopiedIt() {
    try (var fixture = new TracingFixture(false)) {
      var traces =
          new TracesAtRetention(
              fixture.followerTable,
              new KeptTable(fixture.database.jdbc()),
              new ProgramSettings(
                  Path.of("target"), "", "none", false, TracingFixture.ZONE, false, null, null),
              VisitsSettings.defaults(),
              TracingSettings.defaults());
      assertThat(traces.needsFrom()).as("nothing is open").isEqualTo(LocalDate.MAX);

      LocalDate onset = TracingFixture.DAY.minusDays(3);
      fixture.open(1, 5, new CaseDates(onset, onset, null, null), TracingFixture.NOW);

      assertThat(traces.needsFrom()).isEqualTo(TracingFixture.DAY.minusDays(30).plusDays(7));
      assertThat(traces.keptOf(TracingFixture.DAY)).hasSize(1);
      assertThat(traces.keptOf(TracingFixture.DAY.minusDays(40))).isEmpty();
    }
  }
}
