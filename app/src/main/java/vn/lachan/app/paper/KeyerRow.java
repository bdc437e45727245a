package vn.lachan.app.paper;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who keys, or keyed, a batch.
 *
 * @param sheets keyed, first or second
 * @param secondsMedian of one sheet, from its first field to its saving; null before the first
 * @param fields compared with another keyer's
 * @param wrong of them read wrongly
 */
public record KeyerRow(
    long account,
    String name,
    Instant givenAt,
    @Nullable Instant endedAt,
    int sheets,
    @Nullable Integer secondsMedian,
    int fields,
    int wrong) {
  /** Wrong fields among those compared; null where none was compared. */
  public @Nullable Double errorRate() {
    return fields == 0 ? null : (Double) (wrong / (double) fields);
  }
}
