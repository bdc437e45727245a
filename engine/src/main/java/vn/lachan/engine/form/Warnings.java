package vn.lachan.engine.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Judges a response by dated rules, offline as well as on the server: which rules fire, and the
 * colour they give. Answers to questions that are not enabled count for nothing.
 */
public final class Warnings {
  /** The subject of a score condition that means the sum of all weights. */
  public static final String TOTAL = "total";

  private Warnings() {}

  /** A rule set in JSON. */
  public static FormReading<WarningRules> read(String json) {
    return new WarningReader().read(json);
  }

  /**
   * What of the rules does not fit the questionnaires they were written for: a question that none
   * of them has, a value of another type. Empty where all fits; a path is a rule's code.
   */
  public static List<FormRefusal> misfits(WarningRules rules, List<Questionnaire> questionnaires) {
    Refusals refusals = new Refusals();
    for (WarningRules.Rule rule : rules.rules()) {
      new Fit(questionnaires, rule.code(), refusals).check(rule.when());
    }
    return refusals.list();
  }

  /** The rules that fire, and the highest of their levels, where nothing else is known. */
  public static WarningOutcome level(
      WarningRules rules, Questionnaire questionnaire, Response response) {
    return level(rules, questionnaire, response, Set.of());
  }

  /**
   * The same with facts that no answer says but that rules may ask for, by their names: {@code
   * listed-area}, {@code recent-entry}, {@code under-order}.
   */
  public static WarningOutcome level(
      WarningRules rules, Questionnaire questionnaire, Response response, Set<String> facts) {
    Enablement enablement = new Enablement(questionnaire, response);
    Judge judge =
        new Judge(questionnaire, enablement, new Scores(questionnaire, enablement), facts);
    WarningLevel level = WarningLevel.GREEN;
    List<String> fired = new ArrayList<>();
    for (WarningRules.Rule rule : rules.rules()) {
      if (judge.holds(rule.when())) {
        fired.add(rule.code());
        level = rule.level().compareTo(level) > 0 ? rule.level() : level;
      }
    }
    return new WarningOutcome(level, List.copyOf(fired));
  }

  /** What one response says to terms. */
  private record Judge(
      Questionnaire questionnaire, Enablement enablement, Scores scores, Set<String> facts) {
    /** A question that the form does not have was not answered: its condition does not hold. */
    boolean holds(WarningTerm term) {
      return switch (term) {
        case WarningTerm.All(List<WarningTerm> terms) -> {
          boolean all = true;
          for (WarningTerm each : terms) {
            all &= holds(each);
          }
          yield all;
        }
        case WarningTerm.Any(List<WarningTerm> terms) -> {
          boolean any = false;
          for (WarningTerm each : terms) {
            any |= holds(each);
          }
          yield any;
        }
        case WarningTerm.Asks(Condition condition) ->
            questionnaire.item(condition.question()) != null
                && condition.holds(enablement.answersTo(condition.question()));
        case WarningTerm.Scored(Condition condition) ->
            condition.holds(score(condition.question()));
        case WarningTerm.Known(String fact) -> facts.contains(fact);
      };
    }

    private List<Value> score(String subject) {
      if (subject.equals(TOTAL)) {
        return List.of(new Value.Numeric(scores.total()));
      }
      Item item = questionnaire.item(subject);
      Decimal sum = item == null ? null : scores.sum(item);
      return sum == null ? List.of() : List.of(new Value.Numeric(sum));
    }
  }

  /** Whether the terms of one rule can be judged at all. */
  private record Fit(List<Questionnaire> questionnaires, String rule, Refusals refusals) {
    void check(WarningTerm term) {
      switch (term) {
        case WarningTerm.All(List<WarningTerm> terms) -> terms.forEach(this::check);
        case WarningTerm.Any(List<WarningTerm> terms) -> terms.forEach(this::check);
        case WarningTerm.Asks(Condition condition) -> checkQuestion(condition);
        case WarningTerm.Scored(Condition condition) -> checkScore(condition.question());
        case WarningTerm.Known(String fact) -> {}
      }
    }

    private void checkQuestion(Condition condition) {
      boolean found = false;
      for (Questionnaire questionnaire : questionnaires) {
        Item item = questionnaire.item(condition.question());
        FormRefusalCode wrong = ConditionReader.wrong(condition, item);
        found |= item != null;
        if (item != null && wrong != null) {
          refusals.add(rule, wrong, condition.question());
        }
      }
      if (!found) {
        refusals.add(rule, FormRefusalCode.QUESTION_UNKNOWN, condition.question());
      }
    }

    private void checkScore(String subject) {
      boolean found = subject.equals(TOTAL);
      for (Questionnaire questionnaire : questionnaires) {
        Item item = questionnaire.item(subject);
        found |= item != null && item.isCalculated();
      }
      if (!found) {
        refusals.add(rule, FormRefusalCode.QUESTION_UNKNOWN, subject);
      }
    }
  }
}
