package vn.lachan.app.kernel;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Allowances by the minute, each under a key: full at first, refilled steadily. In memory and by
 * copy of the program: for shedding load, never for protecting a secret. What was used longest ago
 * is forgotten first.
 */
public final class MinuteLimits {
  private static final int BUCKETS_MOST = 50_000;
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final Clock clock;
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<String, Bucket> buckets =
      new LinkedHashMap<>(1_024, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
          return size() > BUCKETS_MOST;
        }
      };

  public MinuteLimits(Clock clock) {
    this.clock = clock;
  }

  /** Takes {@code many} out of the key's allowance, or nothing and says no. */
  public boolean take(String key, int perMinute, int many) {
    return bucket(key, perMinute).tryConsume(many);
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

  /** Lets the allowances run by the program's clock. */
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
