package vn.lachan.engine.form;

import java.util.List;

/**
 * One answer with the items beneath it (FHIR R4 QuestionnaireResponse.item.answer).
 *
 * @param items answers to the questions that this question holds
 */
public record Answer(Value value, List<ResponseItem> items) {
  public static Answer of(Value value) {
    return new Answer(value, List.of());
  }
}
