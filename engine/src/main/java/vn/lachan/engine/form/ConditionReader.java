package vn.lachan.engine.form;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads enableWhen, and the conditions of warning rules, which are written the same way. */
final class ConditionReader {
  private ConditionReader() {}

  static @Nullable Condition read(Source source, String subject) {
    String question = source.requiredText(subject);
    String word = source.requiredText("operator");
    Operator operator = Operator.of(word);
    if (operator == null && !word.isEmpty()) {
      source.refuseMember("operator", FormRefusalCode.ELEMENT_MALFORMED, word);
    }
    Value value = ValueReader.read(source, "answer");
    source.ignore(Set.of("id"));
    source.finish(Set.of("extension"));
    if (value == null && !ValueReader.hasAny(source, "answer")) {
      source.refuse(FormRefusalCode.ELEMENT_MISSING);
    }
    if (operator == null || value == null) {
      return null;
    }
    if (operator == Operator.EXISTS && !(value instanceof Value.Truth)) {
      source.refuse(FormRefusalCode.EXISTS_NEEDS_BOOLEAN);
      return null;
    }
    return new Condition(question, operator, value);
  }

  /** What is wrong with a condition about this question; null where nothing is. */
  static @Nullable FormRefusalCode wrong(Condition condition, @Nullable Item question) {
    if (question == null) {
      return FormRefusalCode.QUESTION_UNKNOWN;
    }
    if (condition.operator() == Operator.EXISTS) {
      return null;
    }
    if (!question.type().takes(condition.value())) {
      return FormRefusalCode.VALUE_OF_WRONG_TYPE;
    }
    boolean ordered = Comparison.order(condition.value(), condition.value()) != null;
    return condition.operator().needsOrder() && !ordered
        ? FormRefusalCode.OPERATOR_WITHOUT_ORDER
        : null;
  }
}
