package vn.lachan.app.declarations.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lachan.app.declarations.DeclarationFilter;
import vn.lachan.app.declarations.DeclarationWay;
import vn.lachan.app.declarations.Level;
import vn.lachan.app.kernel.Refusal;

/** A filter as it stands in an address, without what is empty. */
final class Asked {
  private static final int WORD_LETTERS = 60;

  private Asked() {}

  /** What the filter knows of the parameters; all else is left out. */
  static Map<String, String> written(Map<String, String> parameters) {
    Map<String, String> written = new LinkedHashMap<>();
    for (String name :
        new String[] {
          "form", "level", "unit", "place", "from", "to", "way", "warning", "serial", "person",
          "after"
        }) {
      String value = parameters.get(name);
      if (value != null && !value.isBlank()) {
        written.put(name, value.strip());
      }
    }
    return written;
  }

  /** How many filters stand in an address; a page of the list is none. */
  static int count(Map<String, String> written) {
    return written.size() - (written.containsKey("after") ? 1 : 0);
  }

  /**
   * The filter.
   *
   * @throws Refusal {@code declarations.refused.filter}
   */
  static DeclarationFilter filter(Map<String, String> written) {
    try {
      String unit = written.get("unit");
      String place = written.get("place");
      String level = written.get("level");
      String way = written.get("way");
      String person = written.get("person");
      return new DeclarationFilter(
          word(written.get("form")),
          level == null ? null : Level.valueOf(level.toUpperCase(Locale.ROOT)),
          unit == null ? null : Integer.valueOf(unit),
          place == null ? null : UUID.fromString(place),
          day(written.get("from")),
          day(written.get("to")),
          way == null ? null : DeclarationWay.valueOf(way.toUpperCase(Locale.ROOT)),
          word(written.get("warning")),
          word(written.get("serial")),
          person == null ? null : UUID.fromString(person));
    } catch (IllegalArgumentException _) {
      throw Refusal.invalid("declarations.refused.filter");
    }
  }

  static @Nullable LocalDate day(@Nullable String text) {
    if (text == null || text.isBlank()) {
      return null;
    }
    try {
      LocalDate day = LocalDate.parse(text);
      if (day.getYear() < 1900 || day.getYear() > 9999) {
        throw Refusal.invalid("declarations.refused.filter");
      }
      return day;
    } catch (DateTimeException _) {
      throw Refusal.invalid("declarations.refused.filter");
    }
  }

  private static @Nullable String word(@Nullable String text) {
    if (text != null && (text.length() > WORD_LETTERS || text.indexOf('\0') >= 0)) {
      throw Refusal.invalid("declarations.refused.filter");
    }
    return text;
  }
}
