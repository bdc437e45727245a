package vn.lachan.app.tracing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import vn.lachan.engine.tracing.InfectiousPeriod.CaseDates;
import vn.lachan.engine.tracing.Setting;
import vn.lachan.engine.tracing.Visit;

/** Which rule set holds, what is refused, and what outlives the days of visits. */
class TraceRulesTests {
  private static final TracingFixture FIXTURE = new TracingFixture(false);

  @AfterAll
  static void close() {
    FIXTURE.close();
  }

  @Test
  void theRuleSetIsThatOfTheDayOfConfirmationAndIsStored() {
    Map<String, String> expected =
        Map.of(
            "2021-07-30", "3638/QĐ-BYT",
            "2021-12-28", "3638/QĐ-BYT",
            "2021-12-29", "11042/BYT-DP",
            "2022-04-14", "11042/BYT-DP",
            "2022-04-15", "1909/BYT-DP");
    long subject = 100;
    for (var line : expected.entrySet()) {
      LocalDate day = LocalDate.parse(line.getKey());
      Instant now = day.atTime(20, 0).atZone(TracingFixture.ZONE).toInstant();
      long number = subject++;
      var request =
          new TraceRequest(
              number,
              number,
              TracingFixture.COVID,
              TracingFixture.COMMUNE,
              day,
              new CaseDates(day.minusDays(1), null, null, null));
      TraceHead head = FIXTURE.inTransaction(() -> FIXTURE.traces.open(request, now));
      assertThat(head.window().rules().document()).as(line.getKey()).isEqualTo(line.getValue());
      String stored =
          FIXTURE
              .database
              .jdbc()
              .sql("select rules ->> 'document' from tracing.trace where subject = :subject")
              .param("subject", number)
              .query((row, _) -> row.getString(1))
              .single();
      assertThat(stored).isEqualTo(line.getValue());
    }
  }

  @Test
  void theDrillSetHoldsOnlyInADrill() {
    assertThat(FIXTURE.traces.ruleSets()).filteredOn(RuleSet::drill).hasSize(1);
    assertThat(FIXTURE.traces.diseases(TracingFixture.COMMUNE, LocalDate.of(2021, 7, 1))).isEmpty();
    assertThat(FIXTURE.traces.diseases(TracingFixture.COMMUNE, TracingFixture.DAY))
        .containsExactly(TracingFixture.COVID);
  }

  @Test
  void whatCannotBeTracedIsRefusedByName() {
    LocalDate day = TracingFixture.DAY;
    check(day.minusMonths(6), new CaseDates(day, null, null, null), "no-rules");
    check(day, new CaseDates(null, null, null, null), "no-date");
    check(day, new CaseDates(null, null, day, null), "future");
    check(
        day,
        new CaseDates(day, null, null, TracingFixture.NOW.minus(Duration.ofDays(9))),
        "empty-window");
    check(day, new CaseDates(day.minusYears(10), null, null, null), "window-too-long");
    check(day, new CaseDates(day.plusDays(9), null, null, null), "future");
  }

  @Test
  void evidenceOutlivesTheDaysOfItsVisits() {
    FIXTURE.sources.settings.put(1L, Setting.INDOOR);
    long noon =
        TracingFixture.DAY.minusDays(1).atTime(12, 0).atZone(TracingFixture.ZONE).toEpochSecond();
    FIXTURE.sources.store(new Visit(1, 1, noon, noon + 3600, false));
    FIXTURE.sources.store(new Visit(2, 1, noon + 600, noon + 1800, true));
    Instant isolated = TracingFixture.NOW;
    FIXTURE.open(1, 1, new CaseDates(TracingFixture.DAY, null, null, isolated), TracingFixture.NOW);
    Set<String> before = FIXTURE.rows(1);
    assertThat(before).hasSize(1);
    Instant soon = TracingFixture.NOW.plus(Duration.ofDays(26));
    FIXTURE.inTransaction(() -> FIXTURE.traces.refresh(1, soon));
    Instant overdue = TracingFixture.NOW.plus(Duration.ofDays(39));
    FIXTURE.inTransaction(() -> FIXTURE.traces.refresh(1, overdue));

    Instant later = TracingFixture.NOW.plus(Duration.ofDays(40));
    FIXTURE.sources.forgetBefore(noon + 86_400);
    TraceHead head = FIXTURE.inTransaction(() -> FIXTURE.traces.refresh(1, later));

    assertThat(FIXTURE.rows(1)).isEqualTo(before);
    assertThat(head.growsFrom()).isAfter(TracingFixture.DAY);
    assertThat(FIXTURE.traces.contactsOf(List.of(new SubjectContact(1, 2))).getFirst().withdrawal())
        .isNull();
  }

  private static void check(LocalDate confirmed, CaseDates dates, String code) {
    var request =
        new TraceRequest(999, 999, TracingFixture.COVID, TracingFixture.COMMUNE, confirmed, dates);
    assertThatThrownBy(() -> FIXTURE.traces.preview(request, TracingFixture.NOW))
        .hasMessage("tracing.refused." + code);
  }
}
