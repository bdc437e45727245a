package vn.lachan.app.people;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A public key that verifies signed codes.
 *
 * @param id as in the code: the first four bytes of the hash of the point
 * @param publicKey an uncompressed point of P-256, 65 bytes
 * @param to after it no code of this key can be good; null while it signs
 */
public record VerificationKey(int id, byte[] publicKey, Instant from, @Nullable Instant to) {}
