package vn.lachan.engine.form;

import java.util.List;

/** The helpers of the golden tables of forms. */
final class FormChecks {
  private FormChecks() {}

  static Questionnaire accepted(String json) {
    return switch (Forms.read(json)) {
      case FormReading.Accepted<Questionnaire>(Questionnaire questionnaire) -> questionnaire;
      case FormReading.Refused<Questionnaire>(List<FormRefusal> refusals) ->
          throw new AssertionError(refusals);
    };
  }

  static List<FormRefusal> refusals(String json) {
    return switch (Forms.read(json)) {
      case FormReading.Accepted<Questionnaire> accepted -> List.of();
      case FormReading.Refused<Questionnaire>(List<FormRefusal> refusals) -> refusals;
    };
  }

  /** What is wrong with a response in JSON, whether it cannot be read or does not fit. */
  static List<Fault> faults(Questionnaire questionnaire, String json) {
    return switch (Forms.readResponse(json)) {
      case ResponseReading.Accepted(Response response) -> Forms.check(questionnaire, response);
      case ResponseReading.Refused(List<Fault> faults) -> faults;
    };
  }
}
