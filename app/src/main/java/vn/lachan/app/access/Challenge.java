package vn.lachan.app.access;

import java.time.Instant;

/**
 * A proof of a phone that has begun.
 *
 * @param token known to the one who asked only; it travels in forms, never in addresses
 * @param reference six digits to read out to an officer where no code could be sent
 * @param sent whether a code is on its way
 */
public record Challenge(String token, String reference, boolean sent, Instant expiresAt) {
  @Override
  public String toString() {
    return "Challenge[" + sent + "]";
  }
}
