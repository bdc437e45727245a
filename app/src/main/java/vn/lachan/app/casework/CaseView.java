package vn.lachan.app.casework;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lachan.app.people.MaskedPerson;
import vn.lachan.app.tracing.TraceHead;

/**
 * A case with its trace.
 *
 * @param openedBy display name of staff
 * @param closedAt null while it is open
 * @param sourceCase public id of the source's case; null when unknown or out of reach
 */
public record CaseView(
    UUID publicId,
    long number,
    String disease,
    MaskedPerson person,
    int unit,
    CaseFacts facts,
    @Nullable UUID sourceCase,
    String openedBy,
    Instant openedAt,
    @Nullable Instant closedAt,
    List<StateChange> states,
    int notes,
    TraceHead trace,
    ContactShares shares) {
  public CaseView {
    states = List.copyOf(states);
  }

  /** Opened, closed, reopened: who, when, why. */
  public record StateChange(String what, String by, Instant at, @Nullable CaseStateReason reason) {}
}
