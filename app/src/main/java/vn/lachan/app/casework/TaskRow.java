package vn.lachan.app.casework;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lachan.app.people.MaskedPerson;
import vn.lachan.app.places.PlaceCard;
import vn.lachan.app.tracing.ContactRow;

/**
 * A person to call.
 *
 * @param declaration public id of the declaration that asked for the call; null for contacts
 * @param caseNumber {@link #NO_CASE} where it belongs to none
 * @param caseId public id of the case; null where the case itself is out of reach
 * @param unit the commune in charge
 * @param unitOfCase true where the person's own commune is unknown and the case's stands in
 * @param contact the exposure in short; null where the trace no longer has it
 */
public record TaskRow(
    long number,
    TaskKind kind,
    @Nullable UUID declaration,
    long caseNumber,
    @Nullable UUID caseId,
    @Nullable String disease,
    MaskedPerson who,
    int unit,
    boolean unitOfCase,
    Instant dueAt,
    boolean overdue,
    FollowUp state,
    @Nullable Instant stateAt,
    int attempts,
    @Nullable ContactRow contact,
    @Nullable PlaceCard place) {
  /** The case number of what belongs to no case. */
  public static final long NO_CASE = 0;

  public boolean ofCase() {
    return caseNumber != NO_CASE;
  }
}
