package vn.lachan.app.privacy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The days on which offices rest every week, with the document. */
public record Weekend(
    LocalDate validFrom,
    @Nullable LocalDate validUntil,
    List<DayOfWeek> days,
    String document,
    String certainty) {
  public Weekend {
    days = List.copyOf(days);
  }

  static Weekend of(ReferenceFile.Line line) {
    return new Weekend(
        line.day("valid_from"),
        line.dayOrNull("valid_until"),
        Arrays.stream(line.text("days").split(",")).map(DayOfWeek::valueOf).toList(),
        line.text("document"),
        line.text("certainty"));
  }

  boolean rests(LocalDate day) {
    return !day.isBefore(validFrom)
        && (validUntil == null || day.isBefore(validUntil))
        && days.contains(day.getDayOfWeek());
  }
}
