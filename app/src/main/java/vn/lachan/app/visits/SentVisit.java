package vn.lachan.app.visits;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.lachan.engine.scan.PlaceCode;

/**
 * A visit or a check-out as another system or a device sends it. A check-out alone has no {@code
 * enteredAt}; a visit whose departure nobody scanned has no {@code leftAt}.
 *
 * @param enteredAt corrected time
 * @param originalEnteredAt the device's time before its correction
 * @param clockCorrectionSeconds what the device added to its own time
 * @param departureKeyed true where somebody typed the departure, false where it was scanned
 * @param device the sending device's own number; null for a system without devices
 */
public record SentVisit(
    PlaceCode place,
    Visitor visitor,
    @Nullable Instant enteredAt,
    @Nullable Instant leftAt,
    boolean departureKeyed,
    @Nullable Instant originalEnteredAt,
    int clockCorrectionSeconds,
    @Nullable Long device) {
  /** The number under which visits keep a device that names itself. */
  public static long deviceNumber(String device) {
    return DeviceNumber.of(device);
  }
}
