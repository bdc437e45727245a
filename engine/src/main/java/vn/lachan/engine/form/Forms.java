package vn.lachan.engine.form;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The front door: reads questionnaires and responses, checks, scores and walks them. Nothing here
 * throws for what a text says; time is in the response or an argument. FHIR R4 sections: 9.8
 * Questionnaire, 9.9 QuestionnaireResponse.
 */
public final class Forms {
  private Forms() {}

  /** A FHIR R4 Questionnaire in JSON, whose value sets it contains. */
  public static FormReading<Questionnaire> read(String json) {
    return read(json, List.of());
  }

  /** The same with value sets and code systems in JSON beside it, found by their address. */
  public static FormReading<Questionnaire> read(String json, List<String> valueSets) {
    return new QuestionnaireReader().read(json, valueSets);
  }

  /** A FHIR R4 QuestionnaireResponse in JSON. */
  public static ResponseReading readResponse(String json) {
    return new ResponseReader().read(json);
  }

  /** The response as a FHIR R4 QuestionnaireResponse in JSON. */
  public static String write(Response response) {
    return ResponseWriter.write(response);
  }

  /** All that is wrong with a response; what is required may be missing while in progress. */
  public static List<Fault> check(Questionnaire questionnaire, Response response) {
    return check(questionnaire, response, !response.isInProgress());
  }

  /** The same, with what is required asked for or not, whatever the response's status says. */
  public static List<Fault> check(
      Questionnaire questionnaire, Response response, boolean complete) {
    return new Checker(questionnaire, response, complete).check();
  }

  /** The linkIds that are enabled, in at least one occurrence of the groups around them. */
  public static Set<String> enabled(Questionnaire questionnaire, Response response) {
    Set<String> enabled = new LinkedHashSet<>();
    for (Row row : walk(questionnaire, response)) {
      if (row.enabled()) {
        enabled.add(row.item().linkId());
      }
    }
    return enabled;
  }

  /** The sum of the weights of all answers. */
  public static Decimal score(Questionnaire questionnaire, Response response) {
    return new Scores(questionnaire, new Enablement(questionnaire, response)).total();
  }

  /** The sums of the calculated questions, by linkId. */
  public static Map<String, Decimal> scores(Questionnaire questionnaire, Response response) {
    Scores scores = new Scores(questionnaire, new Enablement(questionnaire, response));
    Map<String, Decimal> sums = new LinkedHashMap<>();
    for (String linkId : questionnaire.linkIds()) {
      Item item = questionnaire.item(linkId);
      Decimal sum = item == null ? null : scores.sum(item);
      if (sum != null) {
        sums.put(linkId, sum);
      }
    }
    return sums;
  }

  /** Every item as a page shows it, one after the other, with its answers in the response. */
  public static List<Row> walk(Questionnaire questionnaire, Response response) {
    return new Walk(questionnaire, response).rows();
  }

  /**
   * The response that a posted form means.
   *
   * @param fields the texts sent, by {@link Row#key}
   * @param authored when, as FHIR writes a dateTime
   */
  public static Filling fill(
      Questionnaire questionnaire, Map<String, List<String>> fields, String authored) {
    return new Filler(questionnaire, fields).fill(authored);
  }

  /**
   * The response as it should be kept: without what is not enabled or not known, in the
   * questionnaire's order, with calculated answers computed. Items of one linkId that may not
   * repeat are left for {@link #check} to name.
   */
  public static Response settle(Questionnaire questionnaire, Response response) {
    return new Settler(questionnaire, response).settle();
  }

  /** An empty response in progress. */
  public static Response begin(Questionnaire questionnaire) {
    return new Response(questionnaire.canonical(), "in-progress", null, List.of());
  }
}
