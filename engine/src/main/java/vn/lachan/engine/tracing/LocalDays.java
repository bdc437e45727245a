package vn.lachan.engine.tracing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.zone.ZoneRules;
import java.util.Arrays;

/** The local day of an instant, as a day number; the zone is given, never the machine's. */
final class LocalDays {
  private static final int SECONDS_PER_DAY = 24 * 60 * 60;

  private static final int REMEMBERED = 64;

  private final ZoneRules rules;
  private final LocalDate[] remembered = new LocalDate[REMEMBERED];

  LocalDays(ZoneId zone) {
    rules = zone.getRules();
    Arrays.fill(remembered, LocalDate.EPOCH);
  }

  long day(long time) {
    int offset = rules.getOffset(Instant.ofEpochSecond(time)).getTotalSeconds();
    return Math.floorDiv(time + offset, SECONDS_PER_DAY);
  }

  /** A trace has few days and many exposures, which therefore share their dates. */
  LocalDate date(long day) {
    int slot = (int) (day & (REMEMBERED - 1));
    LocalDate date = remembered[slot];
    if (date.toEpochDay() != day) {
      date = LocalDate.ofEpochDay(day);
      remembered[slot] = date;
    }
    return date;
  }
}
