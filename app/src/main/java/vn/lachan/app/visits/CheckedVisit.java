package vn.lachan.app.visits;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.lachan.app.places.PlaceCard;

/**
 * What somebody wants to record, as the rules look at it.
 *
 * @param tracesMayTake whether a visit older than the retention can still go to an open trace
 */
record CheckedVisit(
    @Nullable PlaceCard place,
    @Nullable Instant enteredAt,
    @Nullable Instant leftAt,
    Instant now,
    boolean tracesMayTake) {
  /** The moment by which place and day are judged; only malformed lines have none. */
  @Nullable Instant at() {
    return enteredAt != null ? enteredAt : leftAt;
  }
}
