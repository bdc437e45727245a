package vn.lachan.app.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.lachan.app.access.Actor;
import vn.lachan.app.tracing.TraceGraph.Cluster;
import vn.lachan.app.tracing.TraceGraph.Node;
import vn.lachan.engine.tracing.InfectiousPeriod.CaseDates;
import vn.lachan.engine.tracing.Setting;
import vn.lachan.engine.tracing.Visit;

/** A graph is drawn whole while it fits, each contact joined to who stands before it. */
class TraceGraphTests {
  private static final TracingFixture FIXTURE = new TracingFixture(true);
  private static final long SUBJECT = 71;
  private static final long INDEX = 1;
  private static final long MIDDLE = 2;
  private static final long FAR = 3;
  private static final long MARKET = 10;
  private static final long OFFICE = 11;
  private static final int MANY = 50_000;

  @BeforeAll
  static void trace() {
    FIXTURE.sources.settings.put(MARKET, Setting.INDOOR);
    FIXTURE.sources.settings.put(OFFICE, Setting.INDOOR);
    long noon =
        TracingFixture.DAY.minusDays(2).atTime(12, 0).atZone(TracingFixture.ZONE).toEpochSecond();
    FIXTURE.sources.store(new Visit(INDEX, MARKET, noon, noon + 3_600, false));
    FIXTURE.sources.store(new Visit(MIDDLE, MARKET, noon, noon + 3_600, false));
    FIXTURE.sources.store(new Visit(MIDDLE, OFFICE, noon + 7_200, noon + 14_400, false));
    FIXTURE.sources.store(new Visit(FAR, OFFICE, noon + 7_200, noon + 14_400, true));
    Instant isolated = TracingFixture.NOW.minus(Duration.ofHours(20));
    FIXTURE.open(
        SUBJECT,
        INDEX,
        new CaseDates(TracingFixture.DAY.minusDays(2), null, null, isolated),
        TracingFixture.NOW);
  }

  @AfterAll
  static void close() {
    FIXTURE.close();
  }

  @Test
  void everyContactIsJoinedToWhoStandsBeforeIt() {
    TraceGraph graph = graph(SUBJECT, 100, 10);

    assertThat(graph.aggregated()).isFalse();
    assertThat(graph.contacts()).isEqualTo(2);
    assertThat(graph.nodes()).extracting(Node::person).containsExactly(MIDDLE, FAR);
    assertThat(graph.nodes()).extracting(Node::via).containsExactly(INDEX, MIDDLE);
    assertThat(graph.nodes()).extracting(Node::place).containsExactly(MARKET, OFFICE);
    assertThat(graph.nodes()).extracting(Node::generation).containsExactly(1, 2);
    assertThat(graph.nodes()).extracting(Node::inferred).containsExactly(false, true);
  }

  @Test
  void aGenerationThatDoesNotFitIsCountedByThroughWhom() {
    TraceGraph graph = graph(SUBJECT, 1, 10);

    assertThat(graph.aggregated()).isTrue();
    assertThat(graph.nodes()).extracting(Node::person).containsExactly(MIDDLE);
    assertThat(graph.clusters()).singleElement().extracting(Cluster::via).isEqualTo(MIDDLE);
    assertThat(graph.clusters()).extracting(Cluster::all).containsExactly(1);
  }

  @Test
  void fiftyThousandAreCountedByPlaceAndNothingIsLost() {
    long subject = 72;
    FIXTURE.open(
        subject,
        INDEX,
        new CaseDates(TracingFixture.DAY.minusDays(2), null, null, TracingFixture.NOW),
        TracingFixture.NOW);
    crowd(subject);

    TraceGraph graph = graph(subject, 5_000, 10);

    assertThat(graph.nodes()).isEmpty();
    assertThat(graph.contacts()).isEqualTo(MANY + 2);
    assertThat(graph.clusters()).filteredOn(each -> each.generation() == 1).hasSize(11);
    assertThat(graph.clusters().stream().mapToInt(Cluster::all).sum()).isEqualTo(MANY + 2);
    assertThat(graph.clusters()).anyMatch(each -> each.place() == TraceGraph.ELSEWHERE);
  }

  /** Contacts of the first generation at a hundred places, written beside the engine. */
  private static void crowd(long subject) {
    FIXTURE
        .database
        .jdbc()
        .sql(
            """
            with t as (select number from tracing.trace where subject = :subject),
            c as (insert into tracing.contact (trace, person, generation, casual, minutes, first_at,
                last_at, via, exposures, inferred, evidence, listed_at, late)
              select t.number, 1000 + n, 1, n % 3 = 0, 20, now(), now(), 1, 1, false, n, now(), false
              from t, generate_series(1, :many) n returning trace, person, casual)
            insert into tracing.exposure (trace, person, ordinal, source, via, place, setting, day,
              pieces, seconds, casual, inferred, reason, threshold_minutes, rows_apart)
            select trace, person, 0, 'CO_PRESENCE', 1, 100 + person % 100, 'INDOOR', current_date,
              '{}', 1200, casual, false, 'CLOSE_SAME_PLACE', 15, -1 from c
            """)
        .param("subject", subject)
        .param("many", MANY)
        .update();
  }

  private static TraceGraph graph(long subject, int nodes, int clusters) {
    return FIXTURE.inTransaction(
        () -> FIXTURE.traces.graph(Actor.program(), subject, false, nodes, clusters));
  }
}
