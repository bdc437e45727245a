package vn.lachan.app.visits;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.lachan.app.kernel.Refusal;

/** A stay without a second in it exposes nobody and hides a mistake. */
final class RefuseDepartureNotAfterEntry implements RefusalRule {
  @Override
  public @Nullable Refusal refusal(CheckedVisit visit) {
    Instant enteredAt = visit.enteredAt();
    Instant leftAt = visit.leftAt();
    return enteredAt != null
            && leftAt != null
            && leftAt.getEpochSecond() <= enteredAt.getEpochSecond()
        ? Refusal.invalid("visits.refused.departure-not-after-entry")
        : null;
  }
}
