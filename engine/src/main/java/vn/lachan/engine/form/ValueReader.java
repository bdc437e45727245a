package vn.lachan.engine.form;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the choice elements value[x], answer[x] and initial[x]. A type that is not supported, or a
 * text that its type does not allow, is refused at its path and read as null.
 */
final class ValueReader {
  private static final Set<String> CODING_IGNORED =
      Set.of("id", "version", "userSelected", "_display");
  private static final Set<String> UNSUPPORTED =
      Set.of("Uri", "Attachment", "Reference", "Url", "Canonical");

  private ValueReader() {}

  /** The one member that begins with the prefix; null where none is, or it cannot be used. */
  static @Nullable Value read(Source source, String prefix) {
    String found = null;
    for (String name : source.names()) {
      if (isChoice(name, prefix)) {
        if (found != null) {
          source.refuseMember(name, FormRefusalCode.ELEMENT_MALFORMED, "");
        }
        found = name;
      }
    }
    return found == null ? null : read(source, found, found.substring(prefix.length()));
  }

  static boolean hasAny(Source source, String prefix) {
    for (String name : source.names()) {
      if (isChoice(name, prefix)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isChoice(String name, String prefix) {
    return name.length() > prefix.length()
        && name.startsWith(prefix)
        && Character.isUpperCase(name.charAt(prefix.length()));
  }

  private static @Nullable Value read(Source source, String name, String type) {
    return switch (type) {
      case "Boolean" -> readTruth(source, name);
      case "Integer" -> readWhole(source, name);
      case "Decimal" -> readNumber(source, name);
      case "Date" -> readDay(source, name);
      case "DateTime" -> readMoment(source, name);
      case "Time" -> readTime(source, name);
      case "String" -> readWords(source, name);
      case "Coding" -> readCode(source.object(name));
      case "Quantity" -> readAmount(source.object(name));
      default -> refuseType(source, name, type);
    };
  }

  private static @Nullable Value refuseType(Source source, String name, String type) {
    source.ignore(Set.of(name));
    FormRefusalCode code =
        UNSUPPORTED.contains(type)
            ? FormRefusalCode.ELEMENT_UNSUPPORTED
            : FormRefusalCode.ELEMENT_UNKNOWN;
    source.refuseMember(name, code, "");
    return null;
  }

  private static Value readTruth(Source source, String name) {
    return new Value.Truth(source.flag(name));
  }

  private static @Nullable Value readWhole(Source source, String name) {
    Integer whole = source.whole(name);
    return whole == null ? null : new Value.Whole(whole);
  }

  private static @Nullable Value readNumber(Source source, String name) {
    Decimal number = source.number(name);
    return number == null ? null : new Value.Numeric(number);
  }

  private static @Nullable Value readDay(Source source, String name) {
    String text = checked(source, name, Dates::isDate);
    return text == null ? null : new Value.Day(text);
  }

  private static @Nullable Value readMoment(Source source, String name) {
    String text = checked(source, name, Dates::isDateTime);
    return text == null ? null : new Value.Moment(text);
  }

  private static @Nullable Value readTime(Source source, String name) {
    String text = checked(source, name, Dates::isTime);
    return text == null ? null : new Value.Time(text);
  }

  private static @Nullable Value readWords(Source source, String name) {
    String text = checked(source, name, ValueReader::isString);
    return text == null ? null : new Value.Words(text);
  }

  /** Characters that FHIR's string allows: no control but tab and line ends, and not all blank. */
  static boolean isString(String text) {
    boolean blank = true;
    for (int index = 0; index < text.length(); index++) {
      char character = text.charAt(index);
      blank &= character <= ' ';
      if (character < ' ' && character != '\t' && character != '\n' && character != '\r') {
        return false;
      }
    }
    return !blank;
  }

  static @Nullable Value readCode(@Nullable Source coding) {
    if (coding == null) {
      return null;
    }
    String system = coding.text("system");
    String code = coding.text("code");
    String display = coding.text("display");
    coding.ignore(CODING_IGNORED);
    coding.ignore(Set.of("extension"));
    coding.finish(Set.of());
    if (code == null || !isCode(code)) {
      coding.refuseMember("code", FormRefusalCode.ELEMENT_MALFORMED, "");
      return null;
    }
    return new Value.Code(system, code, display);
  }

  private static @Nullable Value readAmount(@Nullable Source quantity) {
    if (quantity == null) {
      return null;
    }
    Decimal number = quantity.number("value");
    String unit = quantity.text("unit");
    String system = quantity.text("system");
    String code = quantity.text("code");
    quantity.ignore(Set.of("id"));
    quantity.finish(Set.of("comparator", "extension"));
    if (number == null && !quantity.has("value")) {
      quantity.refuseMember("value", FormRefusalCode.ELEMENT_MISSING, "");
    }
    if (code != null && system == null) {
      quantity.refuseMember("system", FormRefusalCode.ELEMENT_MISSING, "");
    }
    return number == null ? null : new Value.Amount(number, unit, system, code);
  }

  /** FHIR's code: no blanks at the ends, single spaces inside. */
  private static boolean isCode(String text) {
    boolean afterBlank = true;
    for (int index = 0; index < text.length(); index++) {
      boolean blank = text.charAt(index) <= ' ';
      if (blank && afterBlank) {
        return false;
      }
      afterBlank = blank;
    }
    return !afterBlank;
  }

  private static @Nullable String checked(Source source, String name, Shape shape) {
    String text = source.text(name);
    if (text == null || shape.allows(text)) {
      return text;
    }
    source.refuseMember(name, FormRefusalCode.ELEMENT_MALFORMED, "");
    return null;
  }

  private interface Shape {
    boolean allows(String text);
  }
}
