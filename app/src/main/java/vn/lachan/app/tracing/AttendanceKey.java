package vn.lachan.app.tracing;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.lachan.app.kernel.Refusal;

/**
 * Where a page of those who were there goes on: at the second of its last row, after the rows of
 * that second that were shown. It names no person.
 */
record AttendanceKey(long second, int shown) {
  static AttendanceKey parse(String text) {
    int point = text.indexOf('.');
    try {
      long second = Long.parseLong(text.substring(0, Math.max(0, point)));
      return new AttendanceKey(second, Integer.parseUnsignedInt(text.substring(point + 1)));
    } catch (NumberFormatException e) {
      throw Refusal.invalid("tracing.refused.page");
    }
  }

  static AttendanceKey after(List<Attendance> page, @Nullable AttendanceKey before) {
    long second = page.getLast().from();
    int shown = (int) page.stream().filter(row -> row.from() == second).count();
    int earlier = before != null && before.second == second ? before.shown : 0;
    return new AttendanceKey(second, earlier + shown);
  }

  List<Attendance> rest(List<Attendance> all) {
    return all.stream().filter(row -> row.from() >= second).skip(shown).toList();
  }

  String text() {
    return second + "." + shown;
  }
}
