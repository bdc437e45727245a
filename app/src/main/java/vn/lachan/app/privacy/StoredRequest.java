package vn.lachan.app.privacy;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

record StoredRequest(
    long number,
    UUID publicId,
    RequestKind kind,
    ReceivedBy way,
    Instant receivedAt,
    @Nullable Long person,
    @Nullable IdentityCheck identityCheck,
    boolean formal,
    boolean thirdParties,
    long text,
    String document,
    String certainty,
    @Nullable Instant acknowledgeDue,
    @Nullable Instant decisionDue,
    @Nullable Instant extendedAt,
    @Nullable Instant acknowledgedAt,
    @Nullable Instant decidedAt,
    @Nullable Outcome outcome,
    @Nullable RefusalReason refusal,
    @Nullable Instant closedAt) {

  RequestRow.Next next() {
    if (closedAt != null) {
      return RequestRow.Next.NOTHING;
    }
    if (decidedAt != null) {
      return RequestRow.Next.FULFIL;
    }
    return acknowledgedAt == null && acknowledgeDue != null
        ? RequestRow.Next.ACKNOWLEDGE
        : RequestRow.Next.DECIDE;
  }

  @Nullable Instant dueAt() {
    return switch (next()) {
      case NOTHING -> null;
      case ACKNOWLEDGE ->
          decisionDue != null && acknowledgeDue != null && decisionDue.isBefore(acknowledgeDue)
              ? decisionDue
              : acknowledgeDue;
      case DECIDE, FULFIL -> decisionDue;
    };
  }

  boolean overdue(Instant now) {
    Instant due = dueAt();
    return due != null && due.isBefore(now);
  }
}
