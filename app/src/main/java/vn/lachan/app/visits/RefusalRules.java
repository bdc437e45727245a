package vn.lachan.app.visits;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.lachan.app.kernel.Refusal;

/** Every rule, in the order in which reasons are told; refusals are counted by their reason. */
@Component
class RefusalRules {
  private static final String PREFIX = "visits.refused.";

  private final List<RefusalRule> rules;
  private final RefuseForgottenDay forgottenDay;
  private final VisitMetrics metrics;

  RefusalRules(VisitsSettings settings, VisitMetrics metrics) {
    Duration ahead = Duration.ofMinutes(settings.futureMinutes());
    this.forgottenDay = new RefuseForgottenDay(settings.retentionDays());
    this.rules =
        List.of(
            new RefuseMalformed(),
            new RefuseUnknownPlace(),
            new RefuseFutureEntry(ahead),
            new RefuseFutureDeparture(ahead),
            new RefuseDepartureNotAfterEntry(),
            new RefuseStayOver24Hours(),
            forgottenDay,
            new RefuseClosedPlace(),
            new RefuseOutsideValidity());
    this.metrics = metrics;
  }

  /**
   * Refuses by the first rule that objects; whoever lets the refusal out counts it.
   *
   * @throws Refusal of that rule
   */
  void check(CheckedVisit visit) {
    for (RefusalRule rule : rules) {
      Refusal refusal = rule.refusal(visit);
      if (refusal != null) {
        throw refusal;
      }
    }
  }

  /** Whether the day is older than the retention. */
  boolean isForgotten(Instant at, Instant now) {
    return forgottenDay.isForgotten(at, now);
  }

  Refusal forgotten() {
    return forgottenDay.refusal();
  }

  /** Counts a refusal, once, where it leaves the module. */
  Refusal counted(Refusal refusal) {
    String code = refusal.code();
    metrics.refused(code.startsWith(PREFIX) ? code.substring(PREFIX.length()) : code);
    return refusal;
  }
}
