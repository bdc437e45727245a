package vn.lachan.app.visits;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.lachan.app.kernel.Refusal;

/** Living somewhere is a residence and not a visit. */
final class RefuseStayOver24Hours implements RefusalRule {
  @Override
  public @Nullable Refusal refusal(CheckedVisit visit) {
    Instant enteredAt = visit.enteredAt();
    Instant leftAt = visit.leftAt();
    return enteredAt != null
            && leftAt != null
            && leftAt.getEpochSecond() - enteredAt.getEpochSecond() > VisitRules.LONGEST_SECONDS
        ? Refusal.invalid("visits.refused.over-24-hours")
        : null;
  }
}
