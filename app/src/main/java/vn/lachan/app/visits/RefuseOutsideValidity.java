package vn.lachan.app.visits;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.app.places.PlaceCard;

/** The event or trip has not begun, or is over. */
final class RefuseOutsideValidity implements RefusalRule {
  @Override
  public @Nullable Refusal refusal(CheckedVisit visit) {
    PlaceCard place = visit.place();
    Instant enteredAt = visit.enteredAt();
    if (place == null || enteredAt == null) {
      return null;
    }
    if (place.validFrom() != null && enteredAt.isBefore(place.validFrom())) {
      return Refusal.conflict("visits.refused.not-begun");
    }
    return place.validTo() != null && !enteredAt.isBefore(place.validTo())
        ? Refusal.conflict("visits.refused.over")
        : null;
  }
}
