package vn.lachan.app.visits;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A check-in by one's own phone.
 *
 * @param newToken the cookie that makes the next time one tap; null where the device has one
 */
public record Entered(Instant enteredAt, boolean already, @Nullable String newToken) {}
