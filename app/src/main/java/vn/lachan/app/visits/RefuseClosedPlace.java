package vn.lachan.app.visits;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.app.places.PlaceCard;
import vn.lachan.app.places.Status;

/**
 * The place is not open. A visit from before the last hour is taken all the same: a device may send
 * late what happened before the place was closed.
 */
final class RefuseClosedPlace implements RefusalRule {
  private static final Duration LATE = Duration.ofHours(1);

  @Override
  public @Nullable Refusal refusal(CheckedVisit visit) {
    PlaceCard place = visit.place();
    Instant at = visit.at();
    if (place == null || at == null || place.status() == Status.OPEN) {
      return null;
    }
    boolean late = place.status() == Status.CLOSED && at.isBefore(visit.now().minus(LATE));
    return late ? null : Refusal.conflict("visits.refused.place-closed");
  }
}
