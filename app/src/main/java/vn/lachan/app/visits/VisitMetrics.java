package vn.lachan.app.visits;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** What is counted and measured about visits. No tag holds anything about a person or a place. */
@Component
class VisitMetrics {
  private static final List<String> RETENTION_FAILURES = List.of("waits", "locked", "failed");

  private final MeterRegistry registry;
  private final DistributionSummary groupSize;
  private final Timer commit;
  private final Counter closedHour;
  private final Counter clockOff;
  private final Counter tooFast;
  private final Counter withoutEntry;

  VisitMetrics(MeterRegistry registry) {
    this.registry = registry;
    this.groupSize = DistributionSummary.builder("visits.group.size").register(registry);
    this.commit = Timer.builder("visits.group.commit").register(registry);
    this.closedHour = flag("closed-hour");
    this.clockOff = flag("clock-off");
    this.tooFast = flag("too-fast");
    this.withoutEntry = flag("without-entry");
    registry.counter("visits.partition.failures");
    for (String reason : RETENTION_FAILURES) {
      registry.counter("visits.retention.failures", "reason", reason);
    }
  }

  void refused(String code) {
    registry.counter("visits.refused", "reason", code).increment();
  }

  /** Why days that should be destroyed are still there. */
  void retentionFailed(String reason) {
    registry.counter("visits.retention.failures", "reason", reason).increment();
  }

  void partitionFailed() {
    registry.counter("visits.partition.failures").increment();
  }

  void gauge(String name, Supplier<Number> value) {
    Gauge.builder(name, value).register(registry);
  }

  void committed(int size, long nanos) {
    groupSize.record(size);
    commit.record(nanos, TimeUnit.NANOSECONDS);
  }

  void stored(int flags) {
    if ((flags & VisitFlags.CLOSED_HOUR) != 0) {
      closedHour.increment();
    }
    if ((flags & VisitFlags.CLOCK_OFF) != 0) {
      clockOff.increment();
    }
    if ((flags & VisitFlags.TOO_FAST) != 0) {
      tooFast.increment();
    }
  }

  void waiting() {
    withoutEntry.increment();
  }

  private Counter flag(String flag) {
    return Counter.builder("visits.flagged").tag("flag", flag).register(registry);
  }
}
