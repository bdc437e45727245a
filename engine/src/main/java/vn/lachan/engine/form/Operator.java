package vn.lachan.engine.form;

import org.jspecify.annotations.Nullable;

/** FHIR R4's questionnaire-enable-operator. */
enum Operator {
  EXISTS("exists"),
  EQUAL("="),
  NOT_EQUAL("!="),
  GREATER(">"),
  LESS("<"),
  GREATER_OR_EQUAL(">="),
  LESS_OR_EQUAL("<=");

  private final String code;

  Operator(String code) {
    this.code = code;
  }

  boolean needsOrder() {
    return this != EXISTS && this != EQUAL && this != NOT_EQUAL;
  }

  /** True where the order of an answer and the wanted value satisfies the operator. */
  boolean holds(int order) {
    return switch (this) {
      case EXISTS -> true;
      case EQUAL -> order == 0;
      case NOT_EQUAL -> order != 0;
      case GREATER -> order > 0;
      case LESS -> order < 0;
      case GREATER_OR_EQUAL -> order >= 0;
      case LESS_OR_EQUAL -> order <= 0;
    };
  }

  static @Nullable Operator of(String code) {
    for (Operator operator : values()) {
      if (operator.code.equals(code)) {
        return operator;
      }
    }
    return null;
  }
}
