package vn.lachan.app.people;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lachan.engine.scan.SignedCode;

/**
 * A code that was issued, without its text.
 *
 * @param issuedBy the officer, null where the person's own device asked
 */
public record StandingCode(
    UUID issue,
    SignedCode.Kind kind,
    Instant issuedAt,
    @Nullable Long issuedBy,
    LocalDate lastDay,
    @Nullable Instant revokedAt,
    boolean expired) {
  public boolean stands() {
    return revokedAt == null && !expired;
  }
}
