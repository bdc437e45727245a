package vn.lachan.app.declarations;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.lachan.engine.form.Fault;
import vn.lachan.engine.form.FaultCode;
import vn.lachan.engine.form.Forms;
import vn.lachan.engine.form.Questionnaire;
import vn.lachan.engine.form.Response;
import vn.lachan.engine.form.WarningLevel;
import vn.lachan.engine.form.WarningOutcome;
import vn.lachan.engine.form.WarningRules;
import vn.lachan.engine.form.Warnings;

/**
 * One version of a form, read and ready.
 *
 * @param rules all sets of rules that judge it, each with its own validity
 * @param meanings what the program understands of its questions, by linkId
 */
record DeclaredForm(
    String code,
    String json,
    Questionnaire questionnaire,
    List<Rules> rules,
    Map<String, Meaning> meanings) {
  DeclaredForm {
    rules = List.copyOf(rules);
    meanings = Map.copyOf(meanings);
  }

  /** A set of rules with the text it was read from. */
  record Rules(String json, WarningRules set) {}

  String version() {
    return questionnaire.version();
  }

  boolean holds(LocalDate day) {
    return questionnaire.isEffectiveOn(day.toString());
  }

  /**
   * Whether answers to it are taken on a day: while it holds, and some days longer, since a sheet
   * may have been printed, a gate without network, and a page opened before the next version.
   */
  boolean isTaken(LocalDate day, int daysLonger) {
    return holds(day) || holds(day.minusDays(daysLonger));
  }

  /** All that is wrong with answers; until when a version is taken is judged elsewhere. */
  List<Fault> faults(Response response) {
    return Forms.check(questionnaire, response, true).stream()
        .filter(fault -> fault.code() != FaultCode.AUTHORED_OUTSIDE_PERIOD)
        .toList();
  }

  FormView view(LocalDate day) {
    String rulesJson =
        rules.stream()
            .filter(one -> one.set().isValidOn(day.toString()))
            .map(Rules::json)
            .findFirst()
            .orElse("");
    return new FormView(code, version(), json, rulesJson);
  }

  /**
   * What the rules of that day say; green where there are none.
   *
   * @param facts what is known besides the answers
   */
  WarningOutcome judge(Response response, LocalDate day, Set<String> facts) {
    return rules.stream()
        .filter(one -> one.set().isValidOn(day.toString()))
        .findFirst()
        .map(one -> Warnings.level(one.set(), questionnaire, response, facts))
        .orElse(new WarningOutcome(WarningLevel.GREEN, List.of()));
  }
}
