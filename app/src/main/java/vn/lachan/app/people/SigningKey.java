package vn.lachan.app.people;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A version of the key that signs personal codes.
 *
 * @param id eight hexadecimal digits, as in the codes
 * @param from its first use, null where it was never used
 * @param signs whether what is issued now is signed by it
 * @param standing codes signed by it that are neither revoked nor expired
 */
public record SigningKey(String id, @Nullable Instant from, boolean signs, long standing) {}
