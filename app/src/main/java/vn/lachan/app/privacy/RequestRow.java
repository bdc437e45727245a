package vn.lachan.app.privacy;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lachan.app.people.MaskedPerson;

/**
 * A request in the list.
 *
 * @param person whose data; null until somebody made sure
 * @param next what is to be done next
 * @param dueAt by when; null where no document known sets a period, or nothing is left to do
 */
public record RequestRow(
    UUID publicId,
    long number,
    RequestKind kind,
    ReceivedBy way,
    Instant receivedAt,
    @Nullable MaskedPerson person,
    Next next,
    @Nullable Instant dueAt,
    boolean overdue,
    @Nullable Outcome outcome) {
  /** The step that comes next. */
  public enum Next {
    ACKNOWLEDGE,
    DECIDE,
    FULFIL,
    NOTHING
  }
}
