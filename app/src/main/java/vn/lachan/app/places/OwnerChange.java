package vn.lachan.app.places;

import java.time.Instant;

/**
 * A change of owner that waits for the new owner's one-time code.
 *
 * @param token goes into the form that brings the code back, never into an address
 * @param reference six digits to read out to an officer where no code could be sent
 * @param sent whether a code is on its way
 */
public record OwnerChange(String token, String reference, boolean sent, Instant expiresAt) {
  @Override
  public String toString() {
    return "OwnerChange[" + expiresAt + "]";
  }
}
