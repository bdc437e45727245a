package vn.lachan.engine.tracing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.zone.ZoneRules;

/** The local day of an instant, as a day number; the zone is given, never the machine's. */
final class LocalDays {
  private static final int SECONDS_PER_DAY = 24 * 60 * 60;

  private final ZoneRules rules;

  LocalDays(ZoneId zone) {
    rules = zone.getRules();
  }

  long day(long time) {
    int offset = rules.getOffset(Instant.ofEpochSecond(time)).getTotalSeconds();
    return Math.floorDiv(time + offset, SECONDS_PER_DAY);
  }

  static LocalDate date(long day) {
    return LocalDate.ofEpochDay(day);
  }
}
