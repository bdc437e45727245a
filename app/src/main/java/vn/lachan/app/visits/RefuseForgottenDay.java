package vn.lachan.app.visits;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.lachan.app.kernel.Refusal;

/** The day is older than the retention, so its rows would be destroyed at once. */
final class RefuseForgottenDay implements RefusalRule {
  private final int retentionDays;

  RefuseForgottenDay(int retentionDays) {
    this.retentionDays = retentionDays;
  }

  @Override
  public @Nullable Refusal refusal(CheckedVisit visit) {
    Instant at = visit.at();
    boolean taken = visit.tracesMayTake() && visit.enteredAt() != null;
    return at != null && !taken && isForgotten(at, visit.now()) ? refusal() : null;
  }

  boolean isForgotten(Instant at, Instant now) {
    LocalDate oldest = VisitDays.dayOf(now.getEpochSecond()).minusDays(retentionDays);
    return VisitDays.dayOf(at.getEpochSecond()).isBefore(oldest);
  }

  Refusal refusal() {
    return new Refusal(Refusal.Kind.GONE, "visits.refused.forgotten-day", retentionDays);
  }
}
