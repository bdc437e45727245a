package vn.lachan.app.privacy.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.lachan.app.kernel.Refusal;

/** Reads what was typed into the forms of the registers. */
final class Typed {
  private Typed() {}

  static @Nullable String text(@Nullable String typed) {
    return typed == null || typed.isBlank() ? null : typed.strip();
  }

  static String words(Map<String, String> typed, String name) {
    return typed.getOrDefault(name, "").strip();
  }

  static LocalDate day(@Nullable String typed, String code) {
    try {
      return LocalDate.parse(String.valueOf(text(typed)));
    } catch (DateTimeException wrong) {
      throw Refusal.invalid(code);
    }
  }

  /** What browsers send for a date with a time, in the province's zone. */
  static Instant time(@Nullable String typed, ZoneId zone, String code) {
    try {
      return LocalDateTime.parse(String.valueOf(text(typed))).atZone(zone).toInstant();
    } catch (DateTimeException wrong) {
      throw Refusal.invalid(code);
    }
  }

  static @Nullable Integer number(@Nullable String typed, String code) {
    String text = text(typed);
    try {
      return text == null ? null : Integer.valueOf(text);
    } catch (NumberFormatException wrong) {
      throw Refusal.invalid(code);
    }
  }

  /** A case number as pages write it, CB-12, or the bare digits; null where nothing was typed. */
  static @Nullable Long caseNumber(@Nullable String typed, String code) {
    String text = text(typed);
    try {
      return text == null ? null : Long.valueOf(text.replaceFirst("(?i)^CB[- ]?", ""));
    } catch (NumberFormatException wrong) {
      throw Refusal.invalid(code);
    }
  }

  static <E extends Enum<E>> @Nullable E choiceOrNull(
      Class<E> type, @Nullable String typed, String code) {
    String text = text(typed);
    if (text == null) {
      return null;
    }
    for (E constant : type.getEnumConstants()) {
      if (constant.name().equals(text)) {
        return constant;
      }
    }
    throw Refusal.invalid(code);
  }

  static <E extends Enum<E>> E choice(Class<E> type, @Nullable String typed, String code) {
    E chosen = choiceOrNull(type, typed, code);
    if (chosen == null) {
      throw Refusal.invalid(code);
    }
    return chosen;
  }

  static <E extends Enum<E>> Set<E> choices(
      Class<E> type, @Nullable Collection<String> typed, String code) {
    Set<E> chosen = EnumSet.noneOf(type);
    if (typed != null) {
      typed.forEach(one -> chosen.add(choice(type, one, code)));
    }
    return chosen;
  }

  /** The fields of a document, by their names; the others are left out. */
  static Map<String, String> fields(Map<String, String> typed, Collection<String> names) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (String name : names) {
      fields.put(name, words(typed, name));
    }
    return fields;
  }
}
