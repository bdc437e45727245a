package vn.lachan.app.paper;

import java.text.Normalizer;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.lachan.engine.form.Item;
import vn.lachan.engine.form.ItemType;
import vn.lachan.engine.form.Option;
import vn.lachan.engine.form.Questionnaire;
import vn.lachan.engine.form.Value;

/**
 * Makes of what a keyer typed the fields that the engine reads: dates of digits, a year out of a
 * whole date of birth, an option by its digit or its words. What it does not understand stays as it
 * was typed, so that the engine names the fault.
 */
final class TypedAnswers {
  private static final int BIRTH_DIGITS = 8;
  private static final String ZONE = ":00+07:00";

  private final Questionnaire form;
  private final LocalDate near;

  TypedAnswers(Questionnaire form, LocalDate near) {
    this.form = form;
    this.near = near;
  }

  Map<String, List<String>> read(Map<String, List<String>> typed) {
    Map<String, List<String>> fields = new LinkedHashMap<>();
    typed.forEach(
        (key, values) -> {
          Item item = form.item(linkId(key));
          List<String> read = new ArrayList<>();
          for (String value : values) {
            String text = Normalizer.normalize(value, Normalizer.Form.NFC).strip();
            if (!text.isEmpty()) {
              read.add(item == null ? text : read(item, text));
            }
          }
          if (!read.isEmpty()) {
            fields.put(key, List.copyOf(read));
          }
        });
    return fields;
  }

  private String read(Item item, String text) {
    return switch (item.type()) {
      case DATE -> TypedDate.read(text, near).orElse(text);
      case DATE_TIME -> moment(text).orElse(text);
      case INTEGER -> whole(text);
      case CHOICE, OPEN_CHOICE -> option(item, text);
      case STRING -> text.replaceAll("\\s+", " ");
      default -> text;
    };
  }

  /** "15031985" where a year is asked is that year. */
  private static String whole(String text) {
    String digits = text.replaceAll("[\\s./\\-]", "");
    return digits.matches("\\d{" + BIRTH_DIGITS + "}") ? digits.substring(BIRTH_DIGITS - 4) : text;
  }

  private Optional<String> moment(String text) {
    int space = text.lastIndexOf(' ');
    if (space < 0) {
      return TypedDate.read(text, near);
    }
    Optional<String> day = TypedDate.read(text.substring(0, space), near);
    Optional<LocalTime> time = TypedDate.time(text.substring(space + 1));
    return day.flatMap(date -> time.map(at -> date + "T" + at + ZONE));
  }

  private static String option(Item item, String text) {
    List<Option> options = item.options();
    for (Option option : options) {
      if (option.key().equals(text)) {
        return text;
      }
    }
    if (item.type() == ItemType.OPEN_CHOICE && text.matches("[1-9]")) {
      int at = Integer.parseInt(text) - 1;
      return at < options.size() ? options.get(at).key() : text;
    }
    for (Option option : options) {
      if (isNamed(option, text)) {
        return option.key();
      }
    }
    return text;
  }

  private static boolean isNamed(Option option, String text) {
    return option.text().plain().equalsIgnoreCase(text)
        || option.text().translations().values().stream().anyMatch(text::equalsIgnoreCase)
        || (option.value() instanceof Value.Code code && isDisplay(code.display(), text));
  }

  private static boolean isDisplay(@Nullable String display, String text) {
    return display != null && display.equalsIgnoreCase(text);
  }

  static String linkId(String key) {
    int mark = key.indexOf('#');
    return mark < 0 ? key : key.substring(0, mark);
  }
}
