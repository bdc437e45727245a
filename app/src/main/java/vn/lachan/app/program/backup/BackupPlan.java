package vn.lachan.app.program.backup;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;

/** When the next backup is due: intervals are counted from a time of day, also over restarts. */
record BackupPlan(Duration every, LocalTime at, ZoneId zone) {
  /** A Monday; older days had other offsets. */
  private static final LocalDate ANCHOR = LocalDate.of(2001, 1, 1);

  private static final Duration RETRY_AFTER = Duration.ofHours(1);

  /**
   * Whether one is to be made now. A failed one is tried again after an hour.
   *
   * @param whole when the last that succeeded began
   * @param tried when the last began, whatever became of it
   */
  boolean isDue(Instant now, Optional<Instant> whole, Optional<Instant> tried) {
    boolean missing = whole.isEmpty() || whole.get().isBefore(intervalStart(now));
    boolean failedJustNow =
        tried.isPresent() && !tried.equals(whole) && tried.get().plus(RETRY_AFTER).isAfter(now);
    return missing && !failedJustNow;
  }

  private Instant intervalStart(Instant now) {
    Instant anchor = ANCHOR.atTime(at).atZone(zone).toInstant();
    long intervals = Math.floorDiv(Duration.between(anchor, now).toSeconds(), every.toSeconds());
    return anchor.plusSeconds(intervals * every.toSeconds());
  }
}
