package vn.lachan.app.declarations;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Numbers of vehicles and seats as one spells them, brought to one form. */
final class VehicleWords {
  private static final int NUMBER_LETTERS_LEAST = 3;
  private static final int NUMBER_LETTERS_MOST = 20;
  private static final int SEAT_LETTERS_MOST = 6;
  private static final Pattern FLIGHT = Pattern.compile("([A-Z]{2}|[A-Z]\\d|\\d[A-Z])0*(\\d{1,4})");
  private static final Pattern ROW = Pattern.compile("\\d{1,3}");

  private VehicleWords() {}

  /** "vn 0123" is "VN123", "63B-017.28" is "63B01728"; empty where it can be no number. */
  static String number(String text) {
    String plain = letters(text);
    if (plain.length() < NUMBER_LETTERS_LEAST
        || plain.length() > NUMBER_LETTERS_MOST
        || plain.chars().noneMatch(Character::isDigit)) {
      return "";
    }
    Matcher flight = FLIGHT.matcher(plain);
    return flight.matches() ? flight.group(1) + flight.group(2) : plain;
  }

  /** "12 a" is "12A"; null where it can be no seat. */
  static @Nullable String seat(@Nullable String text) {
    String plain = text == null ? "" : letters(text);
    return plain.isEmpty() || plain.length() > SEAT_LETTERS_MOST || row(plain) == null
        ? null
        : plain;
  }

  /** The row of a seat as {@link #seat} writes it. */
  static @Nullable Integer row(@Nullable String seat) {
    Matcher row = ROW.matcher(seat == null ? "" : seat);
    return row.find() ? Integer.valueOf(row.group()) : null;
  }

  private static String letters(String text) {
    return text.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
  }
}
