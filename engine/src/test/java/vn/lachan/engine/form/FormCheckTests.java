package vn.lachan.engine.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Golden tables: what is wrong with a response, with its path; scores; settling and walking. */
class FormCheckTests {
  private static final String GOOD =
      "{'linkId':'yes','answer':[{'valueBoolean':false}]},"
          + "{'linkId':'name','answer':[{'valueString':'An Bình'}]},"
          + "{'linkId':'mood','answer':[{'valueCoding':{'system':'urn:test:scale','code':'good'}}]},"
          + "{'linkId':'house','item':[{'linkId':'street','answer':[{'valueString':'3'}]}]}";

  /** What stands in place of one answer of the good response, and the fault it makes. */
  private static final String TABLE =
      """
      yes|{'valueString':'no'}|item[0].answer[0] ANSWER_TYPE_WRONG
      yes|{'valueBoolean':'no'}|item[0].answer[0].valueBoolean ELEMENT_MALFORMED
      yes|{'valueBoolean':false},{'valueBoolean':false}|item[0] ANSWERS_TOO_MANY
      name|{'valueString':'A'}|item[1].answer[0] ANSWER_TOO_SHORT
      name|{'valueString':'123456789012345678901'}|item[1].answer[0] ANSWER_TOO_LONG
      name|{'valueString':'a\\nb'}|item[1].answer[0] ANSWER_HAS_LINE_BREAK
      name|{'valueString':' '}|item[1].answer[0].valueString ELEMENT_MALFORMED
      name|{'valueUri':'urn:a'}|item[1].answer[0].valueUri ELEMENT_UNSUPPORTED
      mood|{'valueCoding':{'code':'good'}}|item[2].answer[0] ANSWER_NOT_OFFERED
      mood|{'valueCoding':{'system':'urn:test:scale','code':'worse'}}|item[2].answer[0] ANSWER_NOT_OFFERED
      mood|{'valueString':'good'}|item[2].answer[0] ANSWER_TYPE_WRONG
      """;

  /** One item put before the house, and the fault it makes; none where it is right. */
  private static final String MORE =
      """
      {'linkId':'count','answer':[{'valueInteger':121}]}=>ANSWER_TOO_LARGE
      {'linkId':'count','answer':[{'valueInteger':-1}]}=>ANSWER_TOO_SMALL
      {'linkId':'count','answer':[{'valueInteger':1.5}]}=>ELEMENT_MALFORMED
      {'linkId':'height','answer':[{'valueDecimal':1.234}]}=>ANSWER_TOO_PRECISE
      {'linkId':'height','answer':[{'valueDecimal':1.70}]}=>
      {'linkId':'height','answer':[{'valueDecimal':0.49}]}=>ANSWER_TOO_SMALL
      {'linkId':'day','answer':[{'valueDate':'2019-12-31'}]}=>ANSWER_TOO_SMALL
      {'linkId':'day','answer':[{'valueDate':'2021-02-29'}]}=>ELEMENT_MALFORMED
      {'linkId':'day','answer':[{'valueDate':'2020-02-29'}]}=>
      {'linkId':'day','answer':[{'valueDate':'2020'}]}=>
      {'linkId':'moment','answer':[{'valueDateTime':'2021-08-01T24:00:00Z'}]}=>ELEMENT_MALFORMED
      {'linkId':'moment','answer':[{'valueDateTime':'2021-08-01T08:00:00'}]}=>ELEMENT_MALFORMED
      {'linkId':'clock','answer':[{'valueTime':'8:00:00'}]}=>ELEMENT_MALFORMED
      {'linkId':'temperature','answer':[{'valueQuantity':{'value':38.5,'system':'http://unitsofmeasure.org','code':'Cel'}}]}=>
      {'linkId':'temperature','answer':[{'valueQuantity':{'value':38.5,'system':'http://unitsofmeasure.org','code':'[degF]'}}]}=>ANSWER_UNIT_WRONG
      {'linkId':'temperature','answer':[{'valueQuantity':{'value':38.5,'comparator':'<'}}]}=>ELEMENT_UNSUPPORTED
      {'linkId':'signs','answer':[{'valueCoding':{'system':'urn:test:scale','code':'none'}},{'valueCoding':{'system':'urn:test:scale','code':'fever'}}]}=>ANSWER_EXCLUSIVE
      {'linkId':'set','answer':[{'valueCoding':{'system':'urn:test:colours','code':'red'}}]}=>
      {'linkId':'set','answer':[{'valueCoding':{'system':'urn:test:colours','code':'green'}}]}=>ANSWER_NOT_OFFERED
      {'linkId':'nation','answer':[{'valueString':'Lào'}]}=>
      {'linkId':'nation','answer':[{'valueString':'Việt Nam'}]}=>ANSWER_IS_AN_OPTION
      {'linkId':'dose','answer':[{'valueInteger':4}]}=>ANSWER_NOT_OFFERED
      {'linkId':'start','answer':[{'valueDate':'2021-06-01'}]}=>
      {'linkId':'tags','answer':[{'valueString':'a'},{'valueString':'b'},{'valueString':'c'},{'valueString':'d'}]}=>ANSWERS_TOO_MANY
      {'linkId':'if-yes','answer':[{'valueString':'a'}]}=>ITEM_NOT_ENABLED
      {'linkId':'if-not-good','answer':[{'valueString':'a'}]}=>ITEM_NOT_ENABLED
      {'linkId':'if-named','answer':[{'valueString':'a'}]}=>
      {'linkId':'if-no-count','answer':[{'valueString':'a'}]}=>
      {'linkId':'if-any','answer':[{'valueString':'a'}]}=>
      {'linkId':'if-all','answer':[{'valueString':'a'}]}=>ITEM_NOT_ENABLED
      {'linkId':'nowhere'}=>LINK_ID_UNKNOWN
      {'linkId':'street'}=>ITEM_MISPLACED
      {'linkId':'intro','item':[{'linkId':'a'}]}=>ITEMS_NOT_EXPECTED
      {'linkId':'trips','answer':[{'valueString':'a'}]}=>ANSWER_NOT_EXPECTED ANSWER_MISSING
      {'linkId':'trips','item':[{'linkId':'place','answer':[{'valueString':'a'}]},{'linkId':'country','answer':[{'valueString':'b'}]}]}=>ITEM_NOT_ENABLED
      {'linkId':'trips','item':[{'linkId':'place','answer':[{'valueString':'a'}]},{'linkId':'abroad','answer':[{'valueBoolean':true}]}]}=>ANSWER_MISSING
      {'linkId':'trips','item':[{'linkId':'place','answer':[{'valueString':'a'}]},{'linkId':'vehicle','answer':[{'valueCoding':{'system':'urn:test:scale','code':'train'},'item':[{'linkId':'seat','answer':[{'valueString':'1A'}]}]}]}]}=>
      {'linkId':'trips','item':[{'linkId':'place','answer':[{'valueString':'a'}]},{'linkId':'vehicle','answer':[{'valueCoding':{'system':'urn:test:scale','code':'bus'},'item':[{'linkId':'seat','answer':[{'valueString':'1A'}]}]}]}]}=>ITEM_NOT_ENABLED
      {'linkId':'story','text':'Something else','answer':[{'valueString':'a'}]}=>TEXT_DIFFERS
      {'linkId':'story','text':'Question story','answer':[{'valueString':'a'}]}=>
      """;

  @Test
  void oneAnswerWrong() throws IOException {
    Questionnaire form = FormChecks.everything();
    for (String line : TABLE.lines().toList()) {
      String[] columns = line.split("\\|");
      List<String> found = new ArrayList<>();
      for (Fault fault : FormChecks.faults(form, replaced(columns[0], columns[1]))) {
        assertThat(fault.linkId()).isEqualTo(columns[0]);
        found.add(fault.path().substring("QuestionnaireResponse.".length()) + " " + fault.code());
      }
      assertThat(found).as(line).containsExactly(columns[2]);
    }
  }

  @Test
  void oneItemMore() throws IOException {
    Questionnaire form = FormChecks.everything();
    for (String line : MORE.lines().toList()) {
      int arrow = line.indexOf("=>");
      String item = line.substring(0, arrow);
      List<FaultCode> expected = new ArrayList<>();
      for (String code : line.substring(arrow + 2).strip().split(" ")) {
        if (!code.isEmpty()) {
          expected.add(FaultCode.valueOf(code));
        }
      }
      assertThat(FormChecks.faults(form, withItem(form, item)))
          .as(line)
          .extracting(Fault::code)
          .containsExactlyElementsOf(expected);
    }
  }

  @Test
  void aConditionThatHoldsAsksForWhatItEnables() throws IOException {
    Questionnaire form = FormChecks.everything();
    assertThat(FormChecks.faults(form, replaced("yes", "{'valueBoolean':true}")))
        .containsExactly(new Fault("QuestionnaireResponse", "if-yes", FaultCode.ANSWER_MISSING));
    String draft = replaced("yes", "{'valueBoolean':true}").replace("completed", "in-progress");
    assertThat(FormChecks.faults(form, draft)).isEmpty();
  }

  @Test
  void theHead() throws IOException {
    Questionnaire form = FormChecks.everything();
    String good = response(GOOD);
    assertThat(FormChecks.faults(form, good)).isEmpty();
    assertThat(codes(form, good.replace("completed", "finished")))
        .containsExactly(FaultCode.STATUS_UNKNOWN);
    assertThat(codes(form, good.replace("everything|2", "everything|1")))
        .containsExactly(FaultCode.QUESTIONNAIRE_WRONG);
    assertThat(codes(form, good.replace("2021-08-01", "2019-12-31")))
        .containsExactly(FaultCode.AUTHORED_OUTSIDE_PERIOD);
    assertThat(codes(form, good.replace("2021-08-01", "2025-12-31"))).isEmpty();
    assertThat(codes(form, "[]")).containsExactly(FaultCode.RESPONSE_MALFORMED);
    assertThat(codes(form, good + ",")).containsExactly(FaultCode.RESPONSE_MALFORMED);
    assertThat(codes(form, "[".repeat(200))).containsExactly(FaultCode.RESPONSE_TOO_LARGE);
    assertThat(codes(form, " ".repeat(FormLimits.JSON_CHARACTERS + 1)))
        .containsExactly(FaultCode.RESPONSE_TOO_LARGE);
  }

  @Test
  void whatIsWrittenIsReadAgain() throws IOException {
    Questionnaire form = FormChecks.everything();
    for (int seed = 0; seed < 200; seed++) {
      Response drawn = new RandomResponses(form, new Random(seed)).draw();
      assertThat(Forms.check(form, drawn)).as("seed " + seed).isEmpty();
      assertThat(Forms.readResponse(Forms.write(drawn)))
          .as("seed " + seed)
          .isEqualTo(new ResponseReading.Accepted(drawn));
      assertThat(Forms.settle(form, drawn)).isEqualTo(drawn);
    }
  }

  @Test
  void noTextThrows() throws IOException {
    Questionnaire form = FormChecks.everything();
    String json = FormChecks.everythingJson();
    Random random = new Random(7);
    for (int round = 0; round < 2_000; round++) {
      String good = response(GOOD);
      int at = random.nextInt(good.length());
      int end = Math.min(good.length(), at + random.nextInt(20));
      FormChecks.faults(form, good.substring(0, at) + good.substring(end));
      int cut = random.nextInt(json.length());
      Forms.read(json.substring(0, cut) + json.substring(Math.min(json.length(), cut + 9)));
    }
  }

  @Test
  void rowsOfAPage() throws IOException {
    Questionnaire form = FormChecks.everything();
    String trips =
        "{'linkId':'trips','item':[{'linkId':'place','answer':[{'valueString':'a'}]}]},"
            + "{'linkId':'trips','item':[{'linkId':'place','answer':[{'valueString':'b'}]}]}";
    Response response = read(withItem(form, trips));
    List<String> places = new ArrayList<>();
    for (Row row : Forms.walk(form, response)) {
      if (row.item().linkId().equals("place")) {
        places.add(row.key() + " " + row.path() + " " + row.shown() + " " + row.depth());
      }
    }
    assertThat(places)
        .containsExactly(
            "place#0 QuestionnaireResponse.item[3].item[0] a 1",
            "place#1 QuestionnaireResponse.item[4].item[0] b 1");
    assertThat(Forms.enabled(form, response))
        .contains("name", "if-named", "if-any", "place")
        .doesNotContain("if-yes", "country", "seat", "hidden", "secret", "if-not-good");
    assertThat(Forms.score(form, response).text()).isEqualTo("3");
  }

  private static List<FaultCode> codes(Questionnaire form, String json) {
    return FormChecks.faults(form, json).stream().map(Fault::code).toList();
  }

  private static Response read(String json) {
    return switch (Forms.readResponse(json)) {
      case ResponseReading.Accepted(Response response) -> response;
      case ResponseReading.Refused(List<Fault> faults) -> throw new AssertionError(faults);
    };
  }

  private static String response(String items) {
    String head =
        "{'resourceType':'QuestionnaireResponse','questionnaire':'urn:test:everything|2',"
            + "'status':'completed','authored':'2021-08-01','item':[";
    return (head + items + "]}").replace('\'', '"');
  }

  private static String replaced(String linkId, String answers) {
    int start = GOOD.indexOf("[", GOOD.indexOf("'" + linkId + "'"));
    int end = GOOD.indexOf("]}", start);
    return response(GOOD.substring(0, start + 1) + answers + GOOD.substring(end));
  }

  /** The good response with one more item, at the place where the questionnaire has it. */
  private static String withItem(Questionnaire form, String item) {
    String linkId = item.split("'")[3];
    List<String> order = List.copyOf(form.linkIds());
    int wanted = order.indexOf(linkId);
    int at = 0;
    for (String present : List.of("yes", "name", "mood", "house")) {
      if (wanted < 0 || wanted > order.indexOf(present)) {
        at = GOOD.indexOf("{'linkId':'" + present + "'");
        at = present.equals("house") ? GOOD.length() : next(at);
      }
    }
    String before = GOOD.substring(0, at);
    String after = GOOD.substring(at);
    String comma = before.isEmpty() || before.endsWith(",") ? "" : ",";
    return response(before + comma + item + (after.isEmpty() ? "" : ",") + after);
  }

  private static int next(int at) {
    int end = GOOD.indexOf(",{'linkId'", at);
    return end < 0 ? GOOD.length() : end + 1;
  }
}
