package vn.lachan.engine.form;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Between the texts of form fields and values, as HTML's own inputs write them: dates as ISO 8601,
 * times with or without seconds, numbers with a point or a comma, true and false.
 */
final class Inputs {
  private static final int SHORT_TIME = 5;

  private Inputs() {}

  /** What a field shows for the value; an option is its code. */
  static String shown(Value value) {
    return value instanceof Value.Code code
        ? code.code()
        : value instanceof Value.Amount amount ? amount.number().text() : value.shown();
  }

  /** The value that the text means for the item; null where it means none. */
  static @Nullable Value read(Item item, String text, @Nullable String unit) {
    for (Option option : item.options()) {
      if (option.key().equals(text)) {
        return option.value();
      }
    }
    // Whoever types into an open choice writes the words of an option, never its code.
    for (Option option : item.type() == ItemType.OPEN_CHOICE ? item.options() : List.<Option>of()) {
      if (option.text().isAnyLanguages(text) || option.text().plain().equalsIgnoreCase(text)) {
        return option.value();
      }
    }
    return switch (item.type()) {
      case GROUP, DISPLAY, CHOICE -> null;
      case BOOLEAN -> truth(text);
      case DECIMAL -> number(text);
      case INTEGER -> whole(text);
      case DATE -> Dates.isDate(text) ? new Value.Day(text) : null;
      case DATE_TIME -> Dates.isDateTime(text) ? new Value.Moment(text) : null;
      case TIME -> time(text);
      case STRING, TEXT, OPEN_CHOICE -> ValueReader.isString(text) ? new Value.Words(text) : null;
      case QUANTITY -> amount(item, text, unit);
    };
  }

  private static @Nullable Value truth(String text) {
    return switch (text) {
      case "true" -> new Value.Truth(true);
      case "false" -> new Value.Truth(false);
      default -> null;
    };
  }

  private static @Nullable Value number(String text) {
    Decimal number = Decimal.parse(text.replace(',', '.'));
    return number == null ? null : new Value.Numeric(number);
  }

  private static @Nullable Value whole(String text) {
    Integer whole = Source.wholeOf(text);
    return whole == null ? null : new Value.Whole(whole);
  }

  private static @Nullable Value time(String text) {
    String full = text.length() == SHORT_TIME ? text + ":00" : text;
    return Dates.isTime(full) ? new Value.Time(full) : null;
  }

  /** The unit chosen; the only one offered where none was. */
  private static @Nullable Value amount(Item item, String text, @Nullable String unit) {
    Decimal number = Decimal.parse(text.replace(',', '.'));
    if (number == null) {
      return null;
    }
    for (Option option : item.bounds().units()) {
      boolean only = unit == null && item.bounds().units().size() == 1;
      if (option.value() instanceof Value.Code code && (only || code.code().equals(unit))) {
        return new Value.Amount(number, code.display(), code.system(), code.code());
      }
    }
    return item.bounds().units().isEmpty() ? new Value.Amount(number, unit, null, null) : null;
  }
}
