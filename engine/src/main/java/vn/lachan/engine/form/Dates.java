package vn.lachan.engine.form;

import org.jspecify.annotations.Nullable;

/**
 * Dates and times as FHIR R4 writes them (Data Types: date, dateTime, time), without java.time,
 * which would be most of the module in a browser. Precision is part of the value: 2021 is neither
 * before nor after 2021-07.
 */
final class Dates {
  private static final int DAY_LENGTH = 10;
  private static final int TIME_LENGTH = 8;
  private static final long MICROSECONDS = 1_000_000;
  private static final int FRACTION_MOST = 9;

  private Dates() {}

  /** True for yyyy, yyyy-MM or yyyy-MM-dd of the calendar. */
  static boolean isDate(String text) {
    int length = text.length();
    if (length != 4 && length != 7 && length != DAY_LENGTH) {
      return false;
    }
    int year = number(text, 0, 4);
    int month = length > 4 && text.charAt(4) == '-' ? number(text, 5, 7) : -1;
    int day = length > 7 && text.charAt(7) == '-' ? number(text, 8, DAY_LENGTH) : -1;
    return year > 0
        && (length == 4 || (month >= 1 && month <= 12))
        && (length < DAY_LENGTH || (day >= 1 && day <= lengthOf(year, month)));
  }

  /** True for a date, or a day with time, seconds and zone. */
  static boolean isDateTime(String text) {
    if (text.length() <= DAY_LENGTH) {
      return isDate(text);
    }
    int zone = zoneStart(text);
    return text.charAt(DAY_LENGTH) == 'T'
        && isDate(text.substring(0, DAY_LENGTH))
        && zone > DAY_LENGTH
        && isTime(text.substring(DAY_LENGTH + 1, zone))
        && isZone(text.substring(zone));
  }

  /** True for hh:mm:ss, with any fraction of a second. */
  static boolean isTime(String text) {
    if (text.length() < TIME_LENGTH || text.charAt(2) != ':' || text.charAt(5) != ':') {
      return false;
    }
    int fraction = text.length() - TIME_LENGTH;
    boolean fractionRight =
        fraction == 0
            || (fraction > 1
                && fraction <= FRACTION_MOST + 1
                && text.charAt(TIME_LENGTH) == '.'
                && number(text, TIME_LENGTH + 1, text.length()) >= 0);
    return fractionRight
        && isWithin(number(text, 0, 2), 23)
        && isWithin(number(text, 3, 5), 59)
        && isWithin(number(text, 6, TIME_LENGTH), 59);
  }

  /** Negative, zero or positive; null where the precision of one leaves it open. */
  static @Nullable Integer compare(String one, String other) {
    if (one.length() > DAY_LENGTH && other.length() > DAY_LENGTH) {
      return Long.compare(instant(one), instant(other));
    }
    int common = Math.min(DAY_LENGTH, Math.min(one.length(), other.length()));
    int order = one.substring(0, common).compareTo(other.substring(0, common));
    boolean decided = order != 0 || one.length() == other.length();
    return decided ? Integer.valueOf(Integer.signum(order)) : null;
  }

  static int compareTimes(String one, String other) {
    return Long.compare(microseconds(one), microseconds(other));
  }

  /** Microseconds since 1970-01-01T00:00:00Z. */
  private static long instant(String text) {
    int zone = zoneStart(text);
    long day = dayNumber(number(text, 0, 4), number(text, 5, 7), number(text, 8, DAY_LENGTH));
    long local = microseconds(text.substring(DAY_LENGTH + 1, zone));
    long offsetMinutes = 0;
    if (text.charAt(zone) != 'Z') {
      long minutes = number(text, zone + 1, zone + 3) * 60L + number(text, zone + 4, zone + 6);
      offsetMinutes = text.charAt(zone) == '-' ? -minutes : minutes;
    }
    return day * 86_400 * MICROSECONDS + local - offsetMinutes * 60 * MICROSECONDS;
  }

  private static long microseconds(String time) {
    long seconds = number(time, 0, 2) * 3_600L + number(time, 3, 5) * 60L + number(time, 6, 8);
    long fraction = 0;
    for (int index = 0; index < 6; index++) {
      int at = TIME_LENGTH + 1 + index;
      fraction = fraction * 10 + (at < time.length() ? time.charAt(at) - '0' : 0);
    }
    return seconds * MICROSECONDS + fraction;
  }

  /** Days since 1970-01-01 in the Gregorian calendar, years counted from March. */
  private static long dayNumber(int year, int month, int day) {
    long shifted = month > 2 ? year : year - 1L;
    long era = shifted / 400;
    long yearOfEra = shifted % 400;
    long dayOfYear = (153L * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    long dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
    return era * 146_097 + dayOfEra - 719_468;
  }

  private static int zoneStart(String text) {
    for (int index = DAY_LENGTH + 1; index < text.length(); index++) {
      char character = text.charAt(index);
      if (character == 'Z' || character == '+' || character == '-') {
        return index;
      }
    }
    return -1;
  }

  private static boolean isZone(String zone) {
    if (zone.equals("Z")) {
      return true;
    }
    int minutes = zone.length() == 6 && zone.charAt(3) == ':' ? number(zone, 4, 6) : -1;
    int hours = zone.length() == 6 ? number(zone, 1, 3) : -1;
    return isWithin(minutes, 59) && (isWithin(hours, 13) || (hours == 14 && minutes == 0));
  }

  private static boolean isWithin(int number, int most) {
    return number >= 0 && number <= most;
  }

  private static int number(String text, int from, int to) {
    int number = 0;
    for (int index = from; index < to; index++) {
      char character = text.charAt(index);
      if (character < '0' || character > '9') {
        return -1;
      }
      number = number * 10 + character - '0';
    }
    return number;
  }

  private static int lengthOf(int year, int month) {
    return switch (month) {
      case 4, 6, 9, 11 -> 30;
      case 2 -> year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
      default -> 31;
    };
  }
}
