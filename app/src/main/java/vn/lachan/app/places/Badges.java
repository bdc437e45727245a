package vn.lachan.app.places;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import vn.lachan.app.access.Actor;
import vn.lachan.app.kernel.Inside;

/**
 * Badges of keepers, of the size of a bank card. A badge counts while its keeper keeps the place;
 * who looks at one can ask by its code.
 */
public interface Badges {
  /** What a badge says. */
  record Badge(PlaceCard place, String keeper, boolean valid) {}

  /**
   * The badges of all keepers of a place, several a page; PLACES_REGISTER at the place.
   *
   * @throws vn.lachan.app.kernel.Refusal {@code places.badge.refused.none} without keepers
   */
  byte[] pdf(Actor actor, UUID place, String address, Instant now);

  /** Whether a badge counts now; empty for a code that no badge ever had. */
  @Inside("whoever is shown a badge may ask whether it counts")
  Optional<Badge> check(String code);
}
