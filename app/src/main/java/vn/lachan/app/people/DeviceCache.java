package vn.lachan.app.people;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Devices met a moment ago, so that a crowd at a gate asks the database once a device. What another
 * copy of the program revoked or destroyed is believed again after {@link #EXPIRY} at the latest.
 */
@Component
class DeviceCache {
  static final Duration EXPIRY = Duration.ofSeconds(10);
  static final int DEVICES_MOST = 100_000;

  private final Clock clock;
  private final ConcurrentMap<String, Known> devices = new ConcurrentHashMap<>();

  DeviceCache(Clock clock) {
    this.clock = clock;
  }

  OptionalLong person(String token) {
    Known known = devices.get(token);
    return known == null || known.expires().isBefore(clock.instant())
        ? OptionalLong.empty()
        : OptionalLong.of(known.person());
  }

  /** Whether the day of last use is already written, as far as is remembered. */
  boolean usedOn(String token, LocalDate day) {
    Known known = devices.get(token);
    return known != null && day.equals(known.used());
  }

  void remember(String token, long person, @Nullable LocalDate used) {
    if (devices.size() >= DEVICES_MOST) {
      dropExpired();
    }
    devices.put(token, new Known(person, clock.instant().plus(EXPIRY), used));
  }

  void forget(String token) {
    devices.remove(token);
  }

  void forgetAll() {
    devices.clear();
  }

  static LocalDate day(Instant now) {
    return now.atOffset(ZoneOffset.UTC).toLocalDate();
  }

  private void dropExpired() {
    Instant now = clock.instant();
    devices.values().removeIf(known -> known.expires().isBefore(now));
    if (devices.size() >= DEVICES_MOST) {
      devices.clear();
    }
  }

  private record Known(long person, Instant expires, @Nullable LocalDate used) {}
}
