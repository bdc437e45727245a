package vn.lachan.app.privacy;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One request with its clocks and history; what was typed stays sealed.
 *
 * @param personId public id of the person; null until somebody made sure
 * @param document the law that set the clocks
 * @param mayExtendUntil how far the answer may still be put off; null where it may not
 * @param openCases cases still open in which the person is a case or a contact
 * @param restricted whether a restriction stands for the person
 */
public record RequestView(
    RequestRow row,
    @Nullable UUID personId,
    @Nullable IdentityCheck identityCheck,
    boolean formal,
    boolean thirdParties,
    String document,
    String certainty,
    @Nullable Instant acknowledgeDue,
    @Nullable Instant decisionDue,
    @Nullable Instant acknowledgedAt,
    @Nullable Instant extendedAt,
    @Nullable Instant decidedAt,
    @Nullable RefusalReason refusal,
    @Nullable Instant closedAt,
    @Nullable Instant mayExtendUntil,
    int openCases,
    boolean restricted,
    List<Step> steps) {
  public RequestView {
    steps = List.copyOf(steps);
  }
}
