package vn.lachan.engine.form;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.teavm.jso.JSExport;

/** What {@link FormBrowserTests} compiles: an entry that reaches all of the package. */
final class FormInBrowser {
  private FormInBrowser() {}

  /** Everything that can be said of three texts, as one line; the JVM must give the same. */
  @JSExport
  public static String judge(String form, String response, String rules) {
    return switch (Forms.read(form)) {
      case FormReading.Refused<Questionnaire>(List<FormRefusal> refusals) -> refusals.toString();
      case FormReading.Accepted<Questionnaire>(Questionnaire questionnaire) ->
          judge(questionnaire, response, rules);
    };
  }

  private static String judge(Questionnaire questionnaire, String text, String rules) {
    return switch (Forms.readResponse(text)) {
      case ResponseReading.Refused(List<Fault> faults) -> faults.toString();
      case ResponseReading.Accepted(Response response) ->
          Forms.check(questionnaire, response)
              + " / "
              + Forms.enabled(questionnaire, response)
              + " / "
              + Forms.score(questionnaire, response).text()
              + Forms.scores(questionnaire, response).keySet()
              + " / "
              + Forms.write(Forms.settle(questionnaire, response))
              + " / "
              + level(questionnaire, response, rules)
              + " / "
              + Forms.write(
                  Forms.fill(questionnaire, Map.of("yes", List.of("true")), "2021").response());
    };
  }

  private static String level(Questionnaire questionnaire, Response response, String rules) {
    return switch (Warnings.read(rules)) {
      case FormReading.Refused<WarningRules>(List<FormRefusal> refusals) -> refusals.toString();
      case FormReading.Accepted<WarningRules>(WarningRules accepted) ->
          Warnings.level(accepted, questionnaire, response, Set.of("listed-area")).toString();
    };
  }
}
