package vn.lachan.app.tracing.command;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.zone.ZoneRules;
import vn.lachan.engine.tracing.VisitRows;

/**
 * Reads and writes times. Reads ISO 8601 to the second by hand, {@code 2021-08-01T07:30}, with
 * seconds, a cut-off fraction, {@code Z} or an offset, or a blank for the T; a file has two million
 * of them and the JDK's parser would take longer than the trace. Remembers whether a time had no
 * zone and so was taken as Vietnam's.
 */
final class Times {
  static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
  static final long UNREADABLE = Long.MIN_VALUE;

  /** Leaves room for a day of stay within the years that the engine knows. */
  private static final long LATEST = VisitRows.LATEST - 24 * 60 * 60;

  private static final int DATE_LENGTH = 10;
  private static final int MINUTE_LENGTH = 16;
  private static final int SECOND_LENGTH = 19;
  private static final ZoneRules RULES = ZONE.getRules();

  private boolean zoneAssumed;
  private LocalDate lastDate = LocalDate.EPOCH;
  private String lastDateText = "";

  boolean zoneAssumed() {
    return zoneAssumed;
  }

  /** Epoch seconds, or {@link #UNREADABLE}. */
  long time(String text) {
    try {
      long time = parse(text);
      return time < VisitRows.EARLIEST || time > LATEST ? UNREADABLE : time;
    } catch (DateTimeException _) {
      return UNREADABLE;
    }
  }

  /** As {@link #time}; a bare date is the midnight it begins with. */
  long timeOrDay(String text) {
    return time(text.length() == DATE_LENGTH ? text + "T00:00" : text);
  }

  static String write(long time) {
    return OffsetDateTime.ofInstant(Instant.ofEpochSecond(time), ZONE)
        .format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
  }

  private long parse(String text) {
    if (text.length() < MINUTE_LENGTH || "Tt ".indexOf(text.charAt(DATE_LENGTH)) < 0) {
      throw new DateTimeException(text);
    }
    LocalDate date = date(text);
    requireCharacter(text, 13, ':');
    int hour = number(text, 11, 2);
    int minute = number(text, 14, 2);
    int second = 0;
    int rest = MINUTE_LENGTH;
    if (text.length() > MINUTE_LENGTH && text.charAt(MINUTE_LENGTH) == ':') {
      second = number(text, 17, 2);
      rest = afterFraction(text);
    }
    var local = LocalDateTime.of(date, LocalTime.of(hour, minute, second));
    return local.toEpochSecond(offset(text, rest, local));
  }

  /** Neighbouring rows mostly fall on one day. */
  private LocalDate date(String text) {
    if (!text.startsWith(lastDateText) || lastDateText.isEmpty()) {
      requireCharacter(text, 4, '-');
      requireCharacter(text, 7, '-');
      lastDate = LocalDate.of(number(text, 0, 4), number(text, 5, 2), number(text, 8, 2));
      lastDateText = text.substring(0, DATE_LENGTH);
    }
    return lastDate;
  }

  private static int afterFraction(String text) {
    int rest = SECOND_LENGTH;
    if (rest < text.length() && text.charAt(rest) == '.') {
      int digits = rest + 1;
      for (rest = digits; rest < text.length() && isDigit(text.charAt(rest)); ) {
        rest++;
      }
      if (rest == digits) {
        throw new DateTimeException(text);
      }
    }
    return rest;
  }

  private ZoneOffset offset(String text, int rest, LocalDateTime local) {
    if (rest == text.length()) {
      zoneAssumed = true;
      return RULES.getOffset(local);
    }
    return ZoneOffset.of(text.substring(rest).replace('z', 'Z'));
  }

  private static void requireCharacter(String text, int at, char wanted) {
    if (text.charAt(at) != wanted) {
      throw new DateTimeException(text);
    }
  }

  private static int number(String text, int from, int digits) {
    if (from + digits > text.length()) {
      throw new DateTimeException(text);
    }
    int number = 0;
    for (int i = from; i < from + digits; i++) {
      if (!isDigit(text.charAt(i))) {
        throw new DateTimeException(text);
      }
      number = number * 10 + text.charAt(i) - '0';
    }
    return number;
  }

  private static boolean isDigit(char character) {
    return character >= '0' && character <= '9';
  }
}
