package vn.lachan.engine.form;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answers to one item (FHIR R4 QuestionnaireResponse.item): items where it is a group, answers
 * where it is a question.
 *
 * @param text the question as it was shown, in any of the questionnaire's languages; null where it
 *     was not kept
 */
public record ResponseItem(
    String linkId, @Nullable String text, List<Answer> answers, List<ResponseItem> items) {
  public static ResponseItem group(String linkId, List<ResponseItem> items) {
    return new ResponseItem(linkId, null, List.of(), List.copyOf(items));
  }

  public static ResponseItem answers(String linkId, List<Answer> answers) {
    return new ResponseItem(linkId, null, List.copyOf(answers), List.of());
  }

  public static ResponseItem answer(String linkId, Value value) {
    return answers(linkId, List.of(Answer.of(value)));
  }
}
