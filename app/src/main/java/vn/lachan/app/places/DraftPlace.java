package vn.lachan.app.places;

import java.time.Instant;
import java.util.UUID;

/**
 * A registration whose owner has still to prove the phone.
 *
 * @param token goes into the form that brings the one-time code back, never into an address
 * @param reference six digits to read out to an officer where no code could be sent
 * @param sent whether a code is on its way
 */
public record DraftPlace(
    UUID place, String token, String reference, boolean sent, Instant expiresAt) {
  @Override
  public String toString() {
    return "DraftPlace[" + place + "]";
  }
}
