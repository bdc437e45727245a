package vn.lachan.engine.scan;

import org.jspecify.annotations.Nullable;

/**
 * A date of the Gregorian calendar of which the day, or the day and the month, may be unknown:
 * identity papers of older people state only a year. Unknown parts are 0; a known day needs a known
 * month. Whether the date lies in the future is for whoever has a clock.
 *
 * @param year {@value #FIRST_YEAR} to {@value #LAST_YEAR}
 * @param month 1 to 12, 0 where unknown
 * @param day 1 to the month's length, 0 where unknown
 */
public record PartialDate(int year, int month, int day) {
  public static final int FIRST_YEAR = 1850;
  public static final int LAST_YEAR = 2399;

  public PartialDate {
    if (!isPossible(year, month, day)) {
      throw new IllegalArgumentException("Not a date of the calendar");
    }
  }

  /** The date of these parts, or null where the calendar has none. */
  static @Nullable PartialDate ofParts(int year, int month, int day) {
    return isPossible(year, month, day) ? new PartialDate(year, month, day) : null;
  }

  public boolean monthKnown() {
    return month != 0;
  }

  public boolean dayKnown() {
    return day != 0;
  }

  /** True where every reading of the unknown parts puts this date before the other. */
  public boolean isCertainlyBefore(PartialDate other) {
    if (year != other.year) {
      return year < other.year;
    }
    if (month != other.month) {
      return month != 0 && other.month != 0 && month < other.month;
    }
    return day != 0 && other.day != 0 && day < other.day;
  }

  /** As in ISO 8601, shortened by what is unknown: 1990-01-31, 1990-01, 1990. */
  @Override
  public String toString() {
    String text = Integer.toString(year);
    if (monthKnown()) {
      text += twoDigits(month);
    }
    return dayKnown() ? text + twoDigits(day) : text;
  }

  private static boolean isPossible(int year, int month, int day) {
    if (year < FIRST_YEAR || year > LAST_YEAR || month < 0 || month > 12 || day < 0) {
      return false;
    }
    return month == 0 ? day == 0 : day <= lengthOf(year, month);
  }

  private static int lengthOf(int year, int month) {
    return switch (month) {
      case 4, 6, 9, 11 -> 30;
      case 2 -> isLeap(year) ? 29 : 28;
      default -> 31;
    };
  }

  private static boolean isLeap(int year) {
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
  }

  private static String twoDigits(int part) {
    return (part < 10 ? "-0" : "-") + part;
  }
}
