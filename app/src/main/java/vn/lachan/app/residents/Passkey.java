package vn.lachan.app.residents;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A passkey of an account.
 *
 * @param name as the resident calls it
 * @param backedUp whether its keeper says that it lies in several devices
 * @param lastUsed the day of the last sign-in by it; null before
 */
public record Passkey(
    UUID id, String name, boolean backedUp, Instant addedAt, @Nullable LocalDate lastUsed) {
  @Override
  public String toString() {
    return "Passkey[" + id + "]";
  }
}
