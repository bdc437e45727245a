package vn.lachan.app.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who is signed in.
 *
 * @param passwordSetAt sessions begun before it have ended; null where there is no password
 * @param mustChangePassword whether nothing else is allowed before a new password is chosen
 * @param secondFactor what their account asks for besides the password
 */
public record SignedIn(
    Actor actor,
    @Nullable Instant passwordSetAt,
    boolean mustChangePassword,
    SecondFactor secondFactor) {

  /** What an account asks for besides the password. */
  public enum SecondFactor {
    NONE,
    /** A session counts only when it began with a code. */
    ON,
    /** Nothing else is allowed before it is set up. */
    MUST_BE_SET_UP
  }
}
