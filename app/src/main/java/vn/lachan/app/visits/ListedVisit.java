package vn.lachan.app.visits;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A visit in a list.
 *
 * @param person public id
 * @param name masked, as is the phone; empty where nothing was said
 * @param flags {@link VisitFlags}
 */
public record ListedVisit(
    UUID person,
    String name,
    String phone,
    Instant enteredAt,
    Instant leftAt,
    DepartureKind departure,
    CaptureWay way,
    int flags) {
  /** The names of its flags, as in the API and in message keys. */
  public List<String> flagNames() {
    return VisitFlags.names(flags);
  }
}
