package vn.lachan.app.visits;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.lachan.app.kernel.Refusal;

/**
 * Where the next page of a day begins.
 *
 * @param second the entry of the last row shown, epoch seconds
 * @param shown how many rows of that second were shown
 */
record DayKey(long second, int shown) {
  private static final int SHOWN_MOST = 100_000;

  static DayKey parse(String text) {
    int dash = text.indexOf('-');
    try {
      var key =
          new DayKey(
              Long.parseLong(text.substring(0, Math.max(dash, 0))),
              Integer.parseInt(text.substring(dash + 1)));
      if (key.second < 0 || key.second > 1L << 36 || key.shown < 0 || key.shown > SHOWN_MOST) {
        throw Refusal.invalid("visits.refused.page");
      }
      return key;
    } catch (NumberFormatException e) {
      throw Refusal.invalid("visits.refused.page");
    }
  }

  /** The key after these rows, which followed {@code before} where that is not null. */
  static DayKey after(List<StayTable.Stay> rows, @Nullable DayKey before) {
    long second = rows.getLast().enteredAt().getEpochSecond();
    int shown =
        (int) rows.stream().filter(row -> row.enteredAt().getEpochSecond() == second).count();
    return new DayKey(
        second, before != null && before.second == second ? before.shown + shown : shown);
  }

  String text() {
    return second + "-" + shown;
  }
}
