package vn.lachan.engine.form;

import org.jspecify.annotations.Nullable;

/**
 * What an answer, an option, a bound or a condition holds: the types of
 * QuestionnaireResponse.item.answer.value[x] (FHIR R4, 9.9) that are supported. Two values equal in
 * the form's sense are found by {@link #sameAs}, not by {@code equals}: 1.0 is 1, and a coding is
 * its system and code whatever it displays.
 */
public sealed interface Value {
  /** boolean. */
  record Truth(boolean value) implements Value {}

  /** integer. */
  record Whole(int value) implements Value {}

  /** decimal. */
  record Numeric(Decimal value) implements Value {}

  /** date: yyyy, yyyy-MM or yyyy-MM-dd. */
  record Day(String text) implements Value {}

  /** dateTime: a date, or a day with time and zone. */
  record Moment(String text) implements Value {}

  /** time: hh:mm:ss. */
  record Time(String text) implements Value {}

  /** string. */
  record Words(String text) implements Value {}

  /** Coding. */
  record Code(@Nullable String system, String code, @Nullable String display) implements Value {}

  /** Quantity, without comparator. */
  record Amount(
      Decimal number, @Nullable String unit, @Nullable String system, @Nullable String code)
      implements Value {}

  /** True where the other is the same answer to a question. */
  default boolean sameAs(Value other) {
    return Comparison.isEqual(this, other);
  }

  /** The answer as plain text: a code's display where it has one, else the code. */
  default String shown() {
    return switch (this) {
      case Truth(boolean value) -> Boolean.toString(value);
      case Whole(int value) -> Integer.toString(value);
      case Numeric(Decimal value) -> value.text();
      case Day(String text) -> text;
      case Moment(String text) -> text;
      case Time(String text) -> text;
      case Words(String text) -> text;
      case Code(String system, String code, String display) -> display == null ? code : display;
      case Amount(Decimal number, String unit, String system, String code) ->
          number.text() + (unit != null ? " " + unit : code != null ? " " + code : "");
    };
  }
}
