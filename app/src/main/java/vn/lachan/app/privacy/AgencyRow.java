package vn.lachan.app.privacy;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A request of an agency in the register.
 *
 * @param asked what was asked for
 * @param granted what was approved; a part of {@code asked}
 * @param persons how many persons were approved
 * @param openings how often the answer was opened
 */
public record AgencyRow(
    UUID publicId,
    long number,
    String agency,
    AgencyPurpose purpose,
    long caseNumber,
    State state,
    List<AgencyField> asked,
    List<AgencyField> granted,
    int persons,
    int openings,
    String enteredBy,
    Instant enteredAt,
    @Nullable String decidedBy,
    @Nullable Instant decidedAt,
    @Nullable AgencyRefusal refusal,
    @Nullable Instant expiresAt) {
  public AgencyRow {
    asked = List.copyOf(asked);
    granted = List.copyOf(granted);
  }

  /** Where the request stands; an approval that ran out is EXPIRED. */
  public enum State {
    WAITING,
    APPROVED,
    EXPIRED,
    REFUSED,
    REVOKED
  }
}
