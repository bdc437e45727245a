package vn.lachan.app.gates;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a sealed record says.
 *
 * @param kind {@code visit}, {@code departure}, {@code shift-start}, {@code shift-end}, or a kind
 *     that another {@link RecordTaker} takes
 * @param originalAt the device's own time
 * @param at corrected; whole seconds
 * @param account the keeper's account; 0 at a kiosk
 * @param shift the key of the keeper's shift
 * @param text what was scanned or typed, as it was
 * @param name what was typed as the name; null where nobody asked
 * @param typed true where a hand and not a reader typed the text
 * @param body what a kind holds besides, as JSON; null where it holds nothing
 */
public record GateRecord(
    UUID key,
    long sequence,
    String kind,
    Instant originalAt,
    Instant at,
    int correctionSeconds,
    long account,
    @Nullable UUID shift,
    @Nullable String text,
    @Nullable String name,
    boolean typed,
    @Nullable String body) {
  /** Longer before, a scan does not belong to what was recorded of it. */
  private static final Duration SCANNED_MOST = Duration.ofHours(12);

  /**
   * When somebody in the body was scanned, corrected as the record: a form or a trip is recorded
   * minutes later, and a code on a phone's screen is good for one minute only. Where a clock was
   * set in between, so that this cannot be, the record's own time counts.
   *
   * @param byDevice in milliseconds since 1970, by the device's own clock; null for the record's
   */
  Instant scannedAt(@Nullable Long byDevice) {
    if (byDevice == null) {
      return at;
    }
    Instant scanned =
        Instant.ofEpochSecond(Math.floorDiv(byDevice, 1_000L)).plusSeconds(correctionSeconds);
    boolean belongs = !scanned.isAfter(at) && scanned.isAfter(at.minus(SCANNED_MOST));
    return belongs ? scanned : at;
  }

  @Override
  public String toString() {
    return "GateRecord[" + kind + " " + key + "]";
  }
}
