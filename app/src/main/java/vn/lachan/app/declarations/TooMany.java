package vn.lachan.app.declarations;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lachan.app.kernel.Refusal;

/**
 * Sheds declarations that no people make: by browser and by place, never by address, behind which a
 * whole province may sit. In memory, because it protects no secret.
 */
@Component
class TooMany {
  private static final int BUCKETS_MOST = 50_000;
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final DeclarationsSettings settings;
  private final Clock clock;
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<String, Bucket> buckets =
      new LinkedHashMap<>(1_024, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
          return size() > BUCKETS_MOST;
        }
      };

  TooMany(DeclarationsSettings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
  }

  /** A browser without cookies shares one allowance with all such, as large as a place's. */
  void check(@Nullable Long device, @Nullable Long place) {
    if (device == null) {
      take("nobody", settings.placePerMinute());
    } else {
      take("device" + device, settings.devicePerMinute());
    }
    if (place != null) {
      take("place" + place, settings.placePerMinute());
    }
  }

  private void take(String key, int perMinute) {
    if (!bucket(key, perMinute).tryConsume(1)) {
      throw new Refusal(Refusal.Kind.TOO_MANY, "declarations.refused.too-fast");
    }
  }

  private Bucket bucket(String key, int perMinute) {
    lock.lock();
    try {
      return buckets.computeIfAbsent(
          key,
          unused ->
              Bucket.builder()
                  .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, MINUTE))
                  .withCustomTimePrecision(new ClockMeter(clock))
                  .build());
    } finally {
      lock.unlock();
    }
  }

  /** Lets the limits run by the program's clock. */
  private record ClockMeter(Clock clock) implements TimeMeter {
    @Override
    public long currentTimeNanos() {
      return clock.millis() * 1_000_000;
    }

    @Override
    public boolean isWallClockBased() {
      return true;
    }
  }
}
