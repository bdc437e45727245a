package vn.lachan.app.privacy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Which days are worked: weekends as their document says, the rest as somebody entered it. */
@Component
class Calendar {
  /** No period in working days reaches farther. */
  private static final int DAYS_AHEAD = 400;

  private final List<Weekend> weekends =
      ReferenceFile.read("weekends.tsv").stream().map(Weekend::of).toList();

  private final DayOffTable daysOff;

  Calendar(DayOffTable daysOff) {
    this.daysOff = daysOff;
  }

  List<Weekend> weekends() {
    return weekends;
  }

  boolean isWeekend(LocalDate day) {
    return weekends.stream().anyMatch(week -> week.rests(day));
  }

  Predicate<LocalDate> around(LocalDate from) {
    Map<LocalDate, DayOff.Kind> special =
        daysOff.between(from, from.plusDays(DAYS_AHEAD)).stream()
            .collect(Collectors.toMap(DayOffTable.Row::day, DayOffTable.Row::kind));
    return day -> {
      DayOff.Kind kind = special.get(day);
      return kind == null ? !isWeekend(day) : kind == DayOff.Kind.WORKING_DAY;
    };
  }
}
