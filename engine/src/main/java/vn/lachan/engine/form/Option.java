package vn.lachan.engine.form;

import org.jspecify.annotations.Nullable;

/**
 * One answer that a choice offers (FHIR R4 Questionnaire.item.answerOption, or a code of its value
 * set).
 *
 * @param weight what the answer adds to a score (extension ordinalValue or itemWeight), null where
 *     none is stated
 * @param selected true where it is the answer to begin with
 * @param exclusive true where no other may stand beside it (extension optionExclusive)
 */
public record Option(
    Value value, LocalText text, @Nullable Decimal weight, boolean selected, boolean exclusive) {
  /** What a web form sends for it: the code, or the value itself. */
  public String key() {
    return value instanceof Value.Code code ? code.code() : value.shown();
  }
}
