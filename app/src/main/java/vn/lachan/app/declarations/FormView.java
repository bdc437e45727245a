package vn.lachan.app.declarations;

/**
 * A form as it holds on a day.
 *
 * @param questionnaireJson a Questionnaire of FHIR R4
 * @param warningsJson the rules by which answers give warnings and a level
 */
public record FormView(
    String code, String version, String questionnaireJson, String warningsJson) {}
