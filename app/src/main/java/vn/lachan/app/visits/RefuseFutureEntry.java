package vn.lachan.app.visits;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.lachan.app.kernel.Refusal;

/** The entry lies further ahead of the server'\''s clock than clocks differ. */
final class RefuseFutureEntry implements RefusalRule {
  private final Duration most;

  RefuseFutureEntry(Duration most) {
    this.most = most;
  }

  @Override
  public @Nullable Refusal refusal(CheckedVisit visit) {
    Instant enteredAt = visit.enteredAt();
    return enteredAt != null && enteredAt.isAfter(visit.now().plus(most))
        ? Refusal.invalid("visits.refused.future", most.toMinutes())
        : null;
  }
}
