package vn.lachan.app.declarations;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lachan.app.kernel.MinuteLimits;
import vn.lachan.app.kernel.Refusal;

/**
 * Sheds declarations that no people make: by browser and by place, never by address, behind which a
 * whole province may sit. In memory, because it protects no secret.
 */
@Component
class TooMany {
  private final DeclarationsSettings settings;
  private final MinuteLimits limits;

  TooMany(DeclarationsSettings settings, Clock clock) {
    this.settings = settings;
    this.limits = new MinuteLimits(clock);
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
    if (!limits.take(key, perMinute, 1)) {
      throw new Refusal(Refusal.Kind.TOO_MANY, "declarations.refused.too-fast");
    }
  }
}
