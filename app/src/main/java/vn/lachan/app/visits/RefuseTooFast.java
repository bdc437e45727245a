package vn.lachan.app.visits;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.stereotype.Component;
import vn.lachan.app.kernel.Refusal;

/**
 * Sheds load that no people make: by device, by place and by account or token, never by address
 * alone, behind which a whole province may sit. In memory, because it protects no secret.
 */
@Component
class RefuseTooFast {
  private static final int BUCKETS_MOST = 50_000;
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final VisitsSettings settings;
  private final Clock clock;
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<String, Bucket> buckets =
      new LinkedHashMap<>(1_024, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
          return size() > BUCKETS_MOST;
        }
      };

  RefuseTooFast(VisitsSettings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
  }

  void device(long device) {
    take("device" + device, settings.deviceVisitsPerMinute(), 1);
  }

  void place(long place) {
    take("place" + place, settings.placeVisitsPerMinute(), 1);
  }

  void account(long account, int visits) {
    take("account" + account, settings.tokenVisitsPerMinute(), visits);
  }

  private void take(String key, int perMinute, int visits) {
    if (!bucket(key, perMinute).tryConsume(visits)) {
      throw new Refusal(Refusal.Kind.TOO_MANY, "visits.refused.too-fast");
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
