package vn.lachan.app.casework.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.engine.scan.PersonName;
import vn.lachan.engine.scan.PhoneNumber;
import vn.lachan.engine.scan.Reading;
import vn.lachan.engine.scan.ServerScanPorts;

/** Reads what was typed into a field; empty is unknown, wrong is refused by name. */
final class Typed {
  /** What browsers send for a date, and what people type where a browser does not help. */
  private static final List<DateTimeFormatter> DAYS =
      List.of(DateTimeFormatter.ISO_LOCAL_DATE, DateTimeFormatter.ofPattern("d/M/uuuu"));

  private static final List<DateTimeFormatter> TIMES =
      List.of(DateTimeFormatter.ISO_LOCAL_DATE_TIME, DateTimeFormatter.ofPattern("d/M/uuuu H:mm"));

  private Typed() {}

  static @Nullable String text(@Nullable String typed) {
    return typed == null || typed.isBlank() ? null : typed.strip();
  }

  static @Nullable LocalDate day(@Nullable String typed, String code) {
    String text = text(typed);
    if (text == null) {
      return null;
    }
    LocalDate day = first(text, DAYS, LocalDate::parse);
    if (day == null) {
      throw Refusal.invalid(code);
    }
    return day;
  }

  static @Nullable Instant time(@Nullable String typed, ZoneId zone, String code) {
    String text = text(typed);
    if (text == null) {
      return null;
    }
    LocalDateTime time = first(text, TIMES, LocalDateTime::parse);
    if (time == null) {
      throw Refusal.invalid(code);
    }
    return time.atZone(zone).toInstant();
  }

  static Instant instant(String text, String code) {
    try {
      return Instant.parse(text);
    } catch (DateTimeException _) {
      throw Refusal.invalid(code);
    }
  }

  static @Nullable Integer number(@Nullable String typed, String code) {
    Long number = longNumber(typed, code);
    if (number != null && (number < Integer.MIN_VALUE || number > Integer.MAX_VALUE)) {
      throw Refusal.invalid(code);
    }
    return number == null ? null : number.intValue();
  }

  static @Nullable Long longNumber(@Nullable String typed, String code) {
    String text = text(typed);
    try {
      return text == null ? null : Long.valueOf(text);
    } catch (NumberFormatException _) {
      throw Refusal.invalid(code);
    }
  }

  /** A case number as pages write it, CB-12, or the bare digits. */
  static @Nullable Long caseNumber(@Nullable String typed, String code) {
    String text = text(typed);
    return text == null ? null : longNumber(text.replaceFirst("(?i)^CB[- ]?", ""), code);
  }

  static @Nullable UUID id(@Nullable String typed, String code) {
    String text = text(typed);
    try {
      return text == null ? null : UUID.fromString(text);
    } catch (IllegalArgumentException _) {
      throw Refusal.invalid(code);
    }
  }

  static <E extends Enum<E>> @Nullable E choice(
      Class<E> type, @Nullable String typed, String code) {
    String text = text(typed);
    if (text == null) {
      return null;
    }
    for (E constant : type.getEnumConstants()) {
      if (constant.name().equalsIgnoreCase(text)) {
        return constant;
      }
    }
    throw Refusal.invalid(code);
  }

  static @Nullable PersonName name(@Nullable String typed) {
    String text = text(typed);
    return text == null
        ? null
        : accepted(PersonName.parse(text, new ServerScanPorts()), "casework.refused.name");
  }

  static @Nullable PhoneNumber phone(@Nullable String typed) {
    String text = text(typed);
    return text == null ? null : accepted(PhoneNumber.parse(text), "casework.refused.phone");
  }

  private static <T> @Nullable T first(
      String text,
      List<DateTimeFormatter> formats,
      BiFunction<String, DateTimeFormatter, T> parse) {
    T read = null;
    for (DateTimeFormatter format : formats) {
      try {
        read = read == null ? parse.apply(text, format) : read;
      } catch (DateTimeException _) {
        read = null;
      }
    }
    return read;
  }

  private static <T> T accepted(Reading<T> reading, String code) {
    return switch (reading) {
      case Reading.Accepted<T>(T value) -> value;
      case Reading.Rejected<T> _ -> throw Refusal.invalid(code);
    };
  }
}
