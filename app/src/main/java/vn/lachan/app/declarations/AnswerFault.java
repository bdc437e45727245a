package vn.lachan.app.declarations;

/**
 * One thing wrong with an answer.
 *
 * @param path where in the response, as FHIR writes paths
 * @param linkId the question it is about; empty where it is about the whole
 * @param code what is wrong; the key of its message follows {@code declarations.fault.}
 */
public record AnswerFault(String path, String linkId, String code) {
  /** The message key of its words. */
  public String key() {
    return "declarations.fault." + code;
  }
}
