package vn.lachan.app.privacy;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A day that is not what its weekday says.
 *
 * @param name such as Giỗ Tổ Hùng Vương
 * @param document the notice that says so
 * @param enteredBy display name of staff
 */
public record DayOff(
    long number,
    LocalDate day,
    Kind kind,
    String name,
    String document,
    String enteredBy,
    Instant enteredAt) {
  /** Offices rest on a weekday, or work on a day of the weekend instead. */
  public enum Kind {
    HOLIDAY,
    WORKING_DAY
  }
}
