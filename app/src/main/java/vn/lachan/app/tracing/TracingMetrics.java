package vn.lachan.app.tracing;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;
import vn.lachan.app.visits.VisitStore;

/** How far the follower is behind, and how much it watches. Read when they are asked for. */
@Component
class TracingMetrics {
  private final FollowerTable table;
  private final VisitStore visits;
  private final Clock clock;

  TracingMetrics(FollowerTable table, VisitStore visits, Clock clock, MeterRegistry registry) {
    this.table = table;
    this.visits = visits;
    this.clock = clock;
    Gauge.builder("tracing.cursor.lag.arrivals", this::arrivals)
        .description("groups of arrivals that the follower has not read")
        .register(registry);
    Gauge.builder("tracing.cursor.lag.seconds", this::seconds)
        .description("age of the oldest arrival that the follower has not read")
        .register(registry);
    Gauge.builder("tracing.traces.open", table::open)
        .description("traces that still grow")
        .register(registry);
    Gauge.builder("tracing.crowds.held", table::crowdsHeld)
        .description("crowds of open traces about which nobody decided")
        .register(registry);
  }

  private long arrivals() {
    return visits.waiting(table.cursor()).arrivals();
  }

  private long seconds() {
    return visits
        .waiting(table.cursor())
        .oldest()
        .map(oldest -> Math.max(0, Duration.between(oldest, clock.instant()).toSeconds()))
        .orElse(0L);
  }
}
