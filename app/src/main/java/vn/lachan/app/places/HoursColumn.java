package vn.lachan.app.places;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import vn.lachan.app.places.OpeningHours.Interval;

/** Opening hours as PostgreSQL's int4multirange: {@code {[420,690),[810,1020)}}. */
final class HoursColumn {
  private HoursColumn() {}

  static String write(OpeningHours hours) {
    return hours.intervals().stream()
        .map(interval -> "[" + interval.from() + "," + interval.to() + ")")
        .collect(Collectors.joining(",", "{", "}"));
  }

  static OpeningHours read(String column) {
    List<Interval> intervals = new ArrayList<>();
    String inner = column.substring(1, column.length() - 1);
    for (String range : inner.isEmpty() ? new String[0] : inner.split("(?<=\\)),", -1)) {
      String[] ends = range.substring(1, range.length() - 1).split(",", -1);
      intervals.add(new Interval(Integer.parseInt(ends[0]), Integer.parseInt(ends[1])));
    }
    return new OpeningHours(intervals);
  }
}
