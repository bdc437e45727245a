package vn.lachan.app.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who is signed in.
 *
 * @param passwordSetAt sessions begun before it have ended; null where there is no password
 * @param mustChangePassword whether nothing else is allowed before a new password is chosen
 */
public record SignedIn(Actor actor, @Nullable Instant passwordSetAt, boolean mustChangePassword) {}
