package vn.lachan.engine.form;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The helpers of the golden tables of forms. */
final class FormChecks {
  static final String COLOURS =
      """
      {"resourceType": "ValueSet", "url": "urn:test:colours-set", "status": "active",
        "compose": {"include": [{"system": "urn:test:colours", "concept": [
          {"code": "red", "display": "Red"}, {"code": "blue", "display": "Blue"}]}]}}
      """;

  private FormChecks() {}

  /** A questionnaire with every kind of question, condition and bound that is supported. */
  static Questionnaire everything() throws IOException {
    return accepted(everythingJson(), List.of(COLOURS));
  }

  static String everythingJson() throws IOException {
    try (InputStream stream = FormChecks.class.getResourceAsStream("everything.json")) {
      return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  static Questionnaire accepted(String json) {
    return accepted(json, List.of());
  }

  static Questionnaire accepted(String json, List<String> valueSets) {
    return switch (Forms.read(json, valueSets)) {
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
