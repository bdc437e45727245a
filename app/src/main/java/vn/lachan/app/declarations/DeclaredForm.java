package vn.lachan.app.declarations;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
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
 * @param made the rules that officers made, the one that wins first
 * @param meanings what the program understands of its questions, by linkId
 */
record DeclaredForm(
    String code,
    String json,
    Questionnaire questionnaire,
    List<Rules> rules,
    Supplier<List<Rules>> made,
    Map<String, Meaning> meanings) {
  DeclaredForm {
    rules = List.copyOf(rules);
    meanings = Map.copyOf(meanings);
  }

  /**
   * A set of rules with the text it was read from.
   *
   * @param compared whether it was compared with the original document
   */
  record Rules(String json, WarningRules set, boolean compared) {}

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
    return new FormView(code, version(), json, rulesOn(day).map(Rules::json).orElse(""));
  }

  /**
   * What the rules of that day say; green where there are none.
   *
   * @param facts what is known besides the answers
   */
  WarningOutcome judge(Response response, LocalDate day, Set<String> facts) {
    return rulesOn(day)
        .map(one -> Warnings.level(one.set(), questionnaire, response, facts))
        .orElse(new WarningOutcome(WarningLevel.GREEN, List.of()));
  }

  /** What officers made wins over what is shipped; of theirs the one that began last. */
  Optional<Rules> rulesOn(LocalDate day) {
    return Stream.concat(made.get().stream(), rules.stream())
        .filter(one -> one.set().judges(questionnaire) && one.set().isValidOn(day.toString()))
        .findFirst();
  }
}
