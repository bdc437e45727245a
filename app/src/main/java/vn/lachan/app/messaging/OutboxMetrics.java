package vn.lachan.app.messaging;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** How long the oldest message has waited to leave, whatever number of copies send. */
@Component
class OutboxMetrics {
  OutboxMetrics(OutboxTable outbox, MeterRegistry metrics, Clock clock) {
    Gauge.builder("messaging.outbox.age.seconds", () -> ageSeconds(outbox, clock.instant()))
        .register(metrics);
    Gauge.builder("messaging.outbox.waiting", outbox::countWaiting).register(metrics);
  }

  static long ageSeconds(OutboxTable outbox, Instant now) {
    return outbox
        .oldestWaiting()
        .map(oldest -> Math.max(0, Duration.between(oldest, now).toSeconds()))
        .orElse(0L);
  }
}
