package vn.lachan.app.places;

import java.util.Objects;
import java.util.Optional;

/**
 * What was corrected of a place matters to what happened there. Published in the transaction of the
 * correction.
 *
 * @param setting whether it is indoors, outdoors or a vehicle changed
 * @param stays whether its hours or the minutes of its kind changed, from which departures are
 *     inferred
 */
public record PlaceChanged(long place, boolean setting, boolean stays) {
  static Optional<PlaceChanged> between(PlaceCard before, PlaceCard after) {
    boolean setting = before.setting() != after.setting();
    boolean stays =
        !before.type().equals(after.type())
            || before.dwellMinutes() != after.dwellMinutes()
            || !Objects.equals(before.hours(), after.hours());
    return setting || stays
        ? Optional.of(new PlaceChanged(after.number(), setting, stays))
        : Optional.empty();
  }
}
