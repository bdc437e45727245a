package vn.lachan.app.visits;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.lachan.app.kernel.Refusal;

/** Nobody has scanned a departure that lies ahead. */
final class RefuseFutureDeparture implements RefusalRule {
  private final Duration most;

  RefuseFutureDeparture(Duration most) {
    this.most = most;
  }

  @Override
  public @Nullable Refusal refusal(CheckedVisit visit) {
    Instant leftAt = visit.leftAt();
    return leftAt != null && leftAt.isAfter(visit.now().plus(most))
        ? Refusal.invalid("visits.refused.future-departure", most.toMinutes())
        : null;
  }
}
