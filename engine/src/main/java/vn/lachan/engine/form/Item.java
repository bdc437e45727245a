package vn.lachan.engine.form;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One item of a questionnaire: a group, a text that is only shown, or a question (FHIR R4, 9.8,
 * Questionnaire.item).
 *
 * @param control how it is best shown: the code of extension questionnaire-itemControl, such as
 *     radio-button; null where nothing is said
 * @param options what may be chosen, of its answerOption or its value set; empty for other types
 * @param initial the answers to begin with
 * @param hidden never shown to people
 */
public record Item(
    String linkId,
    @Nullable String prefix,
    LocalText text,
    ItemType type,
    boolean required,
    boolean repeats,
    boolean readOnly,
    boolean hidden,
    @Nullable String control,
    Bounds bounds,
    Enabling enabling,
    List<Option> options,
    List<Value> initial,
    @Nullable Sum sum,
    List<Item> items) {

  /** True where the engine computes the answer and nobody types it. */
  public boolean isCalculated() {
    return sum != null;
  }

  /** The option of this value, null where none is. */
  public @Nullable Option option(Value value) {
    for (Option option : options) {
      if (option.value().sameAs(value)) {
        return option;
      }
    }
    return null;
  }

  /** Its conditions (enableWhen) and whether one of them is enough (enableBehavior). */
  record Enabling(List<Condition> conditions, boolean anyIsEnough) {}
}
