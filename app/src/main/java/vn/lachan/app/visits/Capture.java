package vn.lachan.app.visits;

import org.jspecify.annotations.Nullable;

/**
 * How a message came to be.
 *
 * @param capturedBy the account; 0 for the visitor's own phone and the program
 * @param device a number made from the device's token; null where there is none
 * @param originalAt the device's own time, epoch seconds, before its clock was corrected; null
 *     where the server's clock was used
 * @param clockCorrectionSeconds what was added to the device's time, fixed by the device before the
 *     first send
 * @param receivedAt when the server took it, epoch seconds
 * @param marks what is known of it from the start, as bits of {@link VisitFlags}
 */
public record Capture(
    CaptureWay way,
    long capturedBy,
    @Nullable Long device,
    @Nullable Long originalAt,
    int clockCorrectionSeconds,
    long receivedAt,
    int marks) {
  /** A capture with nothing to mark. */
  public Capture(
      CaptureWay way,
      long capturedBy,
      @Nullable Long device,
      @Nullable Long originalAt,
      int clockCorrectionSeconds,
      long receivedAt) {
    this(way, capturedBy, device, originalAt, clockCorrectionSeconds, receivedAt, 0);
  }

  /** Beyond this correction a visit is flagged. */
  static final int CLOCK_OFF_SECONDS = 600;

  /** A capture by the server's own clock. */
  public static Capture now(CaptureWay way, long capturedBy, long receivedAt) {
    return new Capture(way, capturedBy, null, null, 0, receivedAt);
  }

  boolean clockOff() {
    return Math.abs((long) clockCorrectionSeconds) > CLOCK_OFF_SECONDS;
  }
}
