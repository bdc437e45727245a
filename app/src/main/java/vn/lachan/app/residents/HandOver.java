package vn.lachan.app.residents;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A record that goes, or went, from one phone to another, as one of the two sees it.
 *
 * @param name as typed in the account that asks; null where that account no longer holds the record
 * @param given whether the account that asks gave it away, or got it
 * @param acceptedAt null while nobody has typed the code
 */
public record HandOver(
    UUID id,
    @Nullable String name,
    boolean given,
    Instant offeredAt,
    Instant expiresAt,
    @Nullable Instant acceptedAt,
    @Nullable Instant cancelledAt) {
  public boolean open(Instant now) {
    return acceptedAt == null && cancelledAt == null && expiresAt.isAfter(now);
  }

  @Override
  public String toString() {
    return "HandOver[" + id + "]";
  }
}
