package vn.lachan.app.privacy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * How long a duty may take, as a document valid on [validFrom, validUntil) says. Hours run from the
 * moment; days and months are calendar ones and end with the last second of the last day, the day
 * of the beginning not counted; working days leave out those on which offices rest. A period that
 * ends on a day of rest is not prolonged: the stricter reading favours the person.
 */
record Period(
    Duty duty,
    LocalDate validFrom,
    @Nullable LocalDate validUntil,
    int length,
    Unit unit,
    String document,
    String certainty) {
  /** In what a period is counted. */
  enum Unit {
    HOURS,
    DAYS,
    WORKING_DAYS,
    MONTHS
  }

  boolean validOn(LocalDate day) {
    return !day.isBefore(validFrom) && (validUntil == null || day.isBefore(validUntil));
  }

  Instant end(Instant start, ZoneId zone, Predicate<LocalDate> working) {
    LocalDate day = LocalDate.ofInstant(start, zone);
    return switch (unit) {
      case HOURS -> start.plusSeconds(length * 3_600L);
      case DAYS -> endOf(day.plusDays(length), zone);
      case MONTHS -> endOf(day.plusMonths(length), zone);
      case WORKING_DAYS -> endOf(workingDay(day, working), zone);
    };
  }

  private LocalDate workingDay(LocalDate start, Predicate<LocalDate> working) {
    LocalDate day = start;
    for (int counted = 0; counted < length; ) {
      day = day.plusDays(1);
      counted += working.test(day) ? 1 : 0;
    }
    return day;
  }

  private static Instant endOf(LocalDate day, ZoneId zone) {
    return day.plusDays(1).atStartOfDay(zone).toInstant().minusSeconds(1);
  }
}
