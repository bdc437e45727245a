package vn.lachan.app.visits;

import java.time.Clock;
import org.springframework.stereotype.Component;
import vn.lachan.app.kernel.MinuteLimits;
import vn.lachan.app.kernel.Refusal;

/**
 * Sheds load that no people make: by device, by place and by account or token, never by address
 * alone, behind which a whole province may sit. In memory, because it protects no secret.
 */
@Component
class RefuseTooFast {
  private final VisitsSettings settings;
  private final MinuteLimits limits;

  RefuseTooFast(VisitsSettings settings, Clock clock) {
    this.settings = settings;
    this.limits = new MinuteLimits(clock);
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
    if (!limits.take(key, perMinute, visits)) {
      throw new Refusal(Refusal.Kind.TOO_MANY, "visits.refused.too-fast");
    }
  }
}
