package vn.lachan.engine.form;

import org.jspecify.annotations.Nullable;

/** The item types that are supported, of FHIR R4's questionnaire item types. */
public enum ItemType {
  GROUP("group"),
  DISPLAY("display"),
  BOOLEAN("boolean"),
  DECIMAL("decimal"),
  INTEGER("integer"),
  DATE("date"),
  DATE_TIME("dateTime"),
  TIME("time"),
  STRING("string"),
  TEXT("text"),
  CHOICE("choice"),
  OPEN_CHOICE("open-choice"),
  QUANTITY("quantity");

  private final String code;

  ItemType(String code) {
    this.code = code;
  }

  /** The word that FHIR has for it. */
  public String code() {
    return code;
  }

  public boolean isQuestion() {
    return this != GROUP && this != DISPLAY;
  }

  public boolean isChoice() {
    return this == CHOICE || this == OPEN_CHOICE;
  }

  boolean hasLength() {
    return switch (this) {
      case BOOLEAN, DECIMAL, INTEGER, STRING, TEXT, OPEN_CHOICE -> true;
      default -> false;
    };
  }

  /** True where values of the type have an order that conditions and bounds may ask for. */
  boolean hasOrder() {
    return switch (this) {
      case DECIMAL, INTEGER, DATE, DATE_TIME, TIME, QUANTITY, STRING, TEXT -> true;
      default -> false;
    };
  }

  /** True where an answer may be of this kind; options limit a choice further. */
  boolean takes(Value value) {
    return switch (this) {
      case GROUP, DISPLAY -> false;
      case BOOLEAN -> value instanceof Value.Truth;
      case DECIMAL -> value instanceof Value.Numeric;
      case INTEGER -> value instanceof Value.Whole;
      case DATE -> value instanceof Value.Day;
      case DATE_TIME -> value instanceof Value.Moment;
      case TIME -> value instanceof Value.Time;
      case STRING, TEXT -> value instanceof Value.Words;
      case QUANTITY -> value instanceof Value.Amount;
      case CHOICE, OPEN_CHOICE ->
          value instanceof Value.Code
              || value instanceof Value.Words
              || value instanceof Value.Whole
              || value instanceof Value.Day
              || value instanceof Value.Time;
    };
  }

  static @Nullable ItemType of(String code) {
    for (ItemType type : values()) {
      if (type.code.equals(code)) {
        return type;
      }
    }
    return null;
  }
}
