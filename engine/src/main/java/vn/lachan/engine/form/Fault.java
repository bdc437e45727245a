package vn.lachan.engine.form;

/**
 * One thing wrong with a response.
 *
 * @param path where, as FHIRPath: {@code QuestionnaireResponse.item[2].item[0].answer[0]}; of
 *     something missing, the path of what should hold it
 * @param linkId the question it is about; empty where it is about the whole
 * @param code what is wrong
 */
public record Fault(String path, String linkId, FaultCode code) {}
