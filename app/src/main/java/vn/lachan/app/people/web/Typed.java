package vn.lachan.app.people.web;

import org.jspecify.annotations.Nullable;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.engine.scan.CitizenNumber;
import vn.lachan.engine.scan.PartialDate;
import vn.lachan.engine.scan.PersonName;
import vn.lachan.engine.scan.PhoneNumber;
import vn.lachan.engine.scan.Reading;
import vn.lachan.engine.scan.ServerScanPorts;

/** Reads what was typed into a field; an empty field is unknown, a wrong one refused by name. */
final class Typed {
  private Typed() {}

  static @Nullable PersonName name(@Nullable String typed) {
    String text = text(typed);
    return text == null
        ? null
        : accepted(PersonName.parse(text, new ServerScanPorts()), "people.refused.name");
  }

  static @Nullable PhoneNumber phone(@Nullable String typed) {
    String text = text(typed);
    return text == null ? null : accepted(PhoneNumber.parse(text), "people.refused.phone");
  }

  static @Nullable CitizenNumber citizenNumber(@Nullable String typed) {
    String text = text(typed);
    return text == null
        ? null
        : accepted(CitizenNumber.parse(text), "people.refused.citizen-number");
  }

  /** Reads 31/01/1990, 01/1990 or 1990. */
  static @Nullable PartialDate birth(@Nullable String typed) {
    String text = text(typed);
    if (text == null) {
      return null;
    }
    String[] parts = text.split("/", -1);
    try {
      return switch (parts.length) {
        case 1 -> new PartialDate(number(parts[0]), 0, 0);
        case 2 -> new PartialDate(number(parts[1]), number(parts[0]), 0);
        case 3 -> new PartialDate(number(parts[2]), number(parts[1]), number(parts[0]));
        default -> throw wrongBirth();
      };
    } catch (IllegalArgumentException e) {
      throw wrongBirth();
    }
  }

  /** The way {@link #birth} reads it. */
  static String birthText(@Nullable PartialDate birth) {
    if (birth == null) {
      return "";
    }
    String year = Integer.toString(birth.year());
    if (!birth.monthKnown()) {
      return year;
    }
    String month = "%02d/%s".formatted(birth.month(), year);
    return birth.dayKnown() ? "%02d/%s".formatted(birth.day(), month) : month;
  }

  static @Nullable String text(@Nullable String typed) {
    return typed == null || typed.isBlank() ? null : typed.strip();
  }

  private static int number(String digits) {
    return Integer.parseInt(digits.strip());
  }

  private static Refusal wrongBirth() {
    return Refusal.invalid("people.refused.birth-date");
  }

  private static <T> T accepted(Reading<T> reading, String code) {
    return switch (reading) {
      case Reading.Accepted<T>(T value) -> value;
      case Reading.Rejected<T> ignored -> throw Refusal.invalid(code);
    };
  }
}
