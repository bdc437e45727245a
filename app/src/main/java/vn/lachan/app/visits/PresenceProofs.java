package vn.lachan.app.visits;

import java.time.Instant;
import java.util.Optional;
import vn.lachan.app.kernel.Inside;
import vn.lachan.app.places.PlaceCard;
import vn.lachan.engine.scan.PlaceCode;

/**
 * A higher module that knows whether a phone stands where a place shows its changing code. Whoever
 * scans that code is given a ticket, since typing a name takes longer than the code lasts.
 */
public interface PresenceProofs {
  /** Whether a place marks check-ins that come without a proof. */
  @Inside("a place tells its visitors what it asks")
  boolean required(PlaceCard place);

  /**
   * A ticket for this phone, where the proof is one that a screen of the place shows now.
   *
   * @param proof what stood beside the place's code
   */
  @Inside("the code of the screen is the right")
  Optional<String> ticket(PlaceCode place, String proof, OwnPhone phone, Instant now);

  /** Whether the phone's ticket is its own, of this place, and not too old. */
  @Inside("the ticket is the right")
  boolean holds(PlaceCard place, OwnPhone phone, Instant now);
}
