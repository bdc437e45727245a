package vn.lachan.engine.form;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Checks that every condition names a question whose answers it can be compared with, and that no
 * item depends, through conditions and the groups around it, on itself.
 */
final class ConditionCheck {
  private enum Visit {
    OPEN,
    DONE
  }

  private final Questionnaire questionnaire;
  private final Refusals refusals;
  private final Map<String, Visit> visits = new HashMap<>();

  ConditionCheck(Questionnaire questionnaire, Refusals refusals) {
    this.questionnaire = questionnaire;
    this.refusals = refusals;
  }

  void check() {
    check(questionnaire.items(), "Questionnaire");
  }

  private void check(List<Item> items, String path) {
    for (int index = 0; index < items.size(); index++) {
      Item item = items.get(index);
      String place = path + ".item[" + index + "]";
      List<Condition> conditions = item.enabling().conditions();
      for (int each = 0; each < conditions.size(); each++) {
        checkOne(item, conditions.get(each), place + ".enableWhen[" + each + "]");
      }
      if (refusals.isEmpty() && isCircular(item)) {
        refusals.add(place, FormRefusalCode.CONDITION_CIRCULAR, item.linkId());
      }
      if (item.sum() != null) {
        checkSum(item.sum(), place);
      }
      check(item.items(), place);
    }
  }

  private void checkOne(Item item, Condition condition, String place) {
    Item question = questionnaire.item(condition.question());
    FormRefusalCode wrong = ConditionReader.wrong(condition, question);
    if (wrong != null) {
      refusals.add(place, wrong, condition.question());
    } else if (question != null && questionnaire.isWithin(question, item)) {
      refusals.add(place, FormRefusalCode.CONDITION_CIRCULAR, condition.question());
    }
  }

  private void checkSum(Sum sum, String place) {
    for (String question : sum.questions()) {
      if (questionnaire.item(question) == null) {
        refusals.add(place, FormRefusalCode.QUESTION_UNKNOWN, question);
      }
    }
  }

  /** Follows what must be known before the item: what it asks for, and the item around it. */
  private boolean isCircular(Item item) {
    Visit visit = visits.get(item.linkId());
    if (visit != null) {
      return visit == Visit.OPEN;
    }
    visits.put(item.linkId(), Visit.OPEN);
    Item around = questionnaire.parent(item);
    boolean circular = around != null && isCircular(around);
    for (Condition condition : item.enabling().conditions()) {
      Item question = questionnaire.item(condition.question());
      circular |= question != null && isCircular(question);
    }
    visits.put(item.linkId(), Visit.DONE);
    return circular;
  }
}
