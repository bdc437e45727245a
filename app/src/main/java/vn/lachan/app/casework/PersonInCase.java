package vn.lachan.app.casework;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lachan.app.tracing.ContactRow;

/**
 * What a case holds about one person.
 *
 * @param person the record that the case names
 * @param facts dates of the illness; only where the person is the case
 * @param contact as the trace lists them; null for the case itself and where it no longer does
 * @param state what became of the contact; null where nobody was to be reached
 */
public record PersonInCase(
    UUID caseId,
    long caseNumber,
    String disease,
    long person,
    Instant openedAt,
    @Nullable Instant closedAt,
    @Nullable CaseFacts facts,
    @Nullable ContactRow contact,
    @Nullable FollowUp state,
    @Nullable Instant stateAt) {
  /** Whether the person is the case, and not one of its contacts. */
  public boolean isCase() {
    return facts != null;
  }
}
