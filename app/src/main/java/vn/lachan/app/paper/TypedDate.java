package vn.lachan.app.paper;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

/**
 * Dates and times as keyers type them, with digits alone: {@code 1503} is the fifteenth of March
 * nearest to the day at hand, {@code 150326} and {@code 15032026} say the year, {@code 1985} and
 * {@code 00001985} are a year without a day. Separators may stand between. A year alone is taken
 * where the digits are no day and month. The page's script shows how a date was understood by the
 * same rules.
 */
final class TypedDate {
  private static final int YEAR_LEAST = 1900;
  private static final int YEAR_MOST = 2100;
  private static final int CENTURY = 100;

  private TypedDate() {}

  /**
   * As ISO 8601: yyyy-MM-dd, yyyy-MM or yyyy; empty where it is no date.
   *
   * @param near the day that a date without a year is nearest to
   */
  static Optional<String> read(String typed, LocalDate near) {
    String text = typed.strip();
    if (text.matches("\\d{4}-\\d{2}(-\\d{2})?")) {
      return text.length() == 7 ? Optional.of(text) : day(text).map(LocalDate::toString);
    }
    String[] parts = text.split("[/. \\-]", -1);
    if (parts.length == 2 || parts.length == 3) {
      return ofParts(parts, near);
    }
    return text.matches("\\d+") ? ofDigits(text, near) : Optional.empty();
  }

  /** A time of the day: {@code 730}, {@code 0730}, {@code 7:30}, {@code 7h30}, {@code 7h}. */
  static Optional<LocalTime> time(String typed) {
    String text = typed.strip().toLowerCase(Locale.ROOT);
    String digits = text.matches("\\d{1,2}[h:g]") ? text.substring(0, text.length() - 1) : text;
    String[] parts = digits.split("[:hg. ]", -1);
    if (parts.length == 2) {
      return time(parts[0], parts[1]);
    }
    if (!digits.matches("\\d{1,4}")) {
      return Optional.empty();
    }
    return digits.length() <= 2
        ? time(digits, "0")
        : time(digits.substring(0, digits.length() - 2), digits.substring(digits.length() - 2));
  }

  private static Optional<LocalTime> time(String hours, String minutes) {
    boolean digits = hours.matches("\\d{1,2}") && minutes.matches("\\d{1,2}");
    if (!digits || Integer.parseInt(hours) > 23 || Integer.parseInt(minutes) > 59) {
      return Optional.empty();
    }
    return Optional.of(LocalTime.of(Integer.parseInt(hours), Integer.parseInt(minutes)));
  }

  private static Optional<String> ofParts(String[] parts, LocalDate near) {
    for (String part : parts) {
      if (!part.matches("\\d{1,4}")) {
        return Optional.empty();
      }
    }
    String day = "%02d%02d".formatted(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
    boolean short2 = parts[0].length() <= 2 && parts[1].length() <= 2;
    if (!short2) {
      return Optional.empty();
    }
    return ofDigits(parts.length == 2 ? day : day + parts[2], near);
  }

  private static Optional<String> ofDigits(String digits, LocalDate near) {
    return switch (digits.length()) {
      case 4 -> nearest(digits, near).or(() -> year(digits));
      case 6 ->
          whole(digits.substring(0, 4), near.getYear() / CENTURY * CENTURY + two(digits, 4), near);
      case 8 -> eight(digits);
      default -> Optional.empty();
    };
  }

  /** Twice two digits: of this century, unless that lies more than a year ahead. */
  private static Optional<String> whole(String dayMonth, int year, LocalDate near) {
    int meant = year > near.getYear() + 1 ? year - CENTURY : year;
    return day("%04d-%s-%s".formatted(meant, dayMonth.substring(2), dayMonth.substring(0, 2)))
        .map(LocalDate::toString);
  }

  private static Optional<String> eight(String digits) {
    String year = digits.substring(4);
    String month = digits.substring(2, 4);
    if (year(year).isEmpty()) {
      return Optional.empty();
    }
    if (digits.startsWith("0000")) {
      return Optional.of(year);
    }
    if (digits.startsWith("00")) {
      return Integer.parseInt(month) <= 12 ? Optional.of(year + "-" + month) : Optional.empty();
    }
    return day(year + "-" + month + "-" + digits.substring(0, 2)).map(LocalDate::toString);
  }

  private static Optional<String> nearest(String digits, LocalDate near) {
    LocalDate best = null;
    for (int year = near.getYear() - 1; year <= near.getYear() + 1; year++) {
      LocalDate found =
          day("%04d-%s-%s".formatted(year, digits.substring(2), digits.substring(0, 2)))
              .orElse(null);
      if (found != null && (best == null || distance(found, near) < distance(best, near))) {
        best = found;
      }
    }
    return Optional.ofNullable(best).map(LocalDate::toString);
  }

  private static long distance(LocalDate one, LocalDate other) {
    return Math.abs(ChronoUnit.DAYS.between(one, other));
  }

  private static Optional<String> year(String digits) {
    int year = Integer.parseInt(digits);
    return year >= YEAR_LEAST && year <= YEAR_MOST ? Optional.of(digits) : Optional.empty();
  }

  private static int two(String digits, int from) {
    return Integer.parseInt(digits.substring(from, from + 2));
  }

  private static Optional<LocalDate> day(String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }
}
