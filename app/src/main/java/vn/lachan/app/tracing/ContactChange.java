package vn.lachan.app.tracing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.lachan.engine.tracing.ContactClass;

/** One change of one contact; before and after are null where there was, or is, none. */
public record ContactChange(
    long number,
    long person,
    Kind kind,
    Cause cause,
    Instant at,
    @Nullable Integer generation,
    @Nullable ContactClass classBefore,
    @Nullable ContactClass classAfter,
    @Nullable Long minutesBefore,
    @Nullable Long minutesAfter) {
  /** What happened. Stored as its name. */
  public enum Kind {
    ADDED,
    CHANGED,
    WITHDRAWN,
    SUPPORTED_AGAIN
  }
}
