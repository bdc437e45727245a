package vn.lachan.app.people;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.lachan.engine.scan.PhoneNumber;

/**
 * A phone of a person: claimed, until a code sent to it came back or an officer confirmed it.
 *
 * @param provedAt null while nobody proved it
 * @param officer the account that confirmed it; null where a one-time code did
 */
public record PhoneOf(PhoneNumber phone, @Nullable Instant provedAt, @Nullable Long officer) {
  public boolean proved() {
    return provedAt != null;
  }
}
