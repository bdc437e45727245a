package vn.lachan.app.people;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Some revocations in order.
 *
 * @param cursor where to go on
 * @param more whether there are more now
 */
public record RevokedCodes(List<Revoked> codes, long cursor, boolean more) {
  /** One revoked code; a showing before that time was good. */
  public record Revoked(UUID issue, Instant at) {}

  public RevokedCodes {
    codes = List.copyOf(codes);
  }
}
