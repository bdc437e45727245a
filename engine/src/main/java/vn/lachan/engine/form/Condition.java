package vn.lachan.engine.form;

import java.util.List;

/**
 * One enableWhen (FHIR R4, 9.8): what the answers to a question must be. Exactly as the operators
 * are defined: "=" and the orders hold where at least one answer does, "!=" where no answer is
 * equal, and so also where there is none.
 */
record Condition(String question, Operator operator, Value value) {
  boolean holds(List<Value> answers) {
    if (operator == Operator.EXISTS) {
      return answers.isEmpty() != value.equals(new Value.Truth(true));
    }
    boolean any = false;
    for (Value answer : answers) {
      any |= operator.needsOrder() ? isOrdered(answer) : answer.sameAs(value);
    }
    return any != (operator == Operator.NOT_EQUAL);
  }

  private boolean isOrdered(Value answer) {
    Integer order = Comparison.order(answer, value);
    return order != null && operator.holds(order);
  }
}
