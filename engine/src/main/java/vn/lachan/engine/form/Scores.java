package vn.lachan.engine.form;

import org.jspecify.annotations.Nullable;

/** Adds up the weights of the chosen options; answers that are not enabled add nothing. */
final class Scores {
  private final Questionnaire questionnaire;
  private final Enablement enablement;

  Scores(Questionnaire questionnaire, Enablement enablement) {
    this.questionnaire = questionnaire;
    this.enablement = enablement;
  }

  /** The sum of all weights. */
  Decimal total() {
    Decimal total = Decimal.ZERO;
    for (String linkId : questionnaire.linkIds()) {
      total = total.plus(weights(linkId));
    }
    return total;
  }

  /** The answer to a calculated question, of its type; null where it is not calculated. */
  @Nullable Value of(Item item) {
    Decimal sum = sum(item);
    if (sum == null) {
      return null;
    }
    boolean whole = item.type() == ItemType.INTEGER && sum.isWhole();
    Integer number = whole ? Source.wholeOf(sum.text()) : null;
    return number == null ? new Value.Numeric(sum) : new Value.Whole(number);
  }

  @Nullable Decimal sum(Item item) {
    Sum sum = item.sum();
    if (sum == null) {
      return null;
    }
    Decimal total = Decimal.ZERO;
    for (String linkId : questionnaire.linkIds()) {
      if (sum.counts(linkId)) {
        total = total.plus(weights(linkId));
      }
    }
    return total;
  }

  private Decimal weights(String linkId) {
    Item item = questionnaire.item(linkId);
    Decimal sum = Decimal.ZERO;
    if (item == null || item.options().isEmpty()) {
      return sum;
    }
    for (Value answer : enablement.answersTo(linkId)) {
      Option option = item.option(answer);
      Decimal weight = option == null ? null : option.weight();
      sum = weight == null ? sum : sum.plus(weight);
    }
    return sum;
  }
}
