package vn.lachan.engine.form;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answers to a questionnaire: a FHIR R4 QuestionnaireResponse (9.9) without whom it is about
 * and who wrote it, which are the caller's to keep.
 *
 * @param questionnaire canonical address, with version after a bar; empty where none is stated
 * @param status in-progress, completed, amended, entered-in-error or stopped
 * @param authored when, as FHIR writes a dateTime; null where unknown
 */
public record Response(
    String questionnaire, String status, @Nullable String authored, List<ResponseItem> items) {

  /** True while what is required may still be missing. */
  public boolean isInProgress() {
    return status.equals("in-progress");
  }

  public Response withItems(List<ResponseItem> changed) {
    return new Response(questionnaire, status, authored, List.copyOf(changed));
  }

  public Response withStatus(String changed) {
    return new Response(questionnaire, changed, authored, items);
  }
}
