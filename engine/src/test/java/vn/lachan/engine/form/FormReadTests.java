package vn.lachan.engine.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Golden tables: what a questionnaire is refused for, with its path; texts, scores, periods. */
class FormReadTests {
  private static final String CHOICE =
      "'type':'choice','answerOption':[{'valueCoding':{'code':'a'}}]";

  /** The items of a questionnaire, and the first refusal. */
  private static final String TABLE =
      """
      {'linkId':'a','type':'string'}=>
      {'type':'string'}=>item[0].linkId ELEMENT_MISSING
      {'linkId':'a'}=>item[0].type ELEMENT_MISSING
      {'linkId':'a','type':'word'}=>item[0].type ELEMENT_MALFORMED
      {'linkId':'a','type':'attachment'}=>item[0].type TYPE_UNSUPPORTED
      {'linkId':'a','type':'string'},{'linkId':'a','type':'string'}=>item[1].linkId LINK_ID_TWICE
      {'linkId':'a','type':'group'}=>item[0] GROUP_EMPTY
      {'linkId':'a','type':'display','item':[{'linkId':'b','type':'string'}]}=>item[0] DISPLAY_HAS_ITEMS
      {'linkId':'a','type':'display','required':false}=>item[0].required DISPLAY_HAS_QUESTION_PARTS
      {'linkId':'a','type':'choice'}=>item[0] OPTIONS_MISSING
      {'linkId':'a','type':'choice','answerValueSet':'urn:x'}=>item[0].answerValueSet VALUE_SET_UNKNOWN
      {'linkId':'a','type':'string','answerOption':[{'valueString':'a'}]}=>item[0] OPTIONS_OF_NO_CHOICE
      {'linkId':'a',CHOICE,'initial':[{'valueString':'a'}]}=>item[0] INITIAL_BESIDE_OPTIONS
      {'linkId':'a','type':'date','maxLength':3}=>item[0].maxLength MAX_LENGTH_OF_WRONG_TYPE
      {'linkId':'a','type':'string','required':'yes'}=>item[0].required ELEMENT_MALFORMED
      {'linkId':'a','type':'string','colour':1}=>item[0].colour ELEMENT_UNKNOWN
      {'linkId':'a','type':'string','modifierExtension':[{'url':'urn:x'}]}=>item[0].modifierExtension ELEMENT_UNSUPPORTED
      {'linkId':'a','type':'string','extension':[{'url':'urn:x','valueString':'y'}]}=>item[0].extension[0] EXTENSION_UNSUPPORTED
      {'linkId':'a','type':'string','enableWhen':[{'question':'b','operator':'=','answerString':'x'}]}=>item[0].enableWhen[0] QUESTION_UNKNOWN
      {'linkId':'a','type':'string','enableWhen':[{'question':'a','operator':'=','answerString':'x'}]}=>item[0].enableWhen[0] CONDITION_CIRCULAR
      {'linkId':'a','type':'string','enableWhen':[{'question':'b','operator':'like','answerString':'x'}]}=>item[0].enableWhen[0].operator ELEMENT_MALFORMED
      {'linkId':'a','type':'string','enableWhen':[{'question':'b','operator':'exists','answerString':'x'}]}=>item[0].enableWhen[0] EXISTS_NEEDS_BOOLEAN
      {'linkId':'b','type':'integer'},{'linkId':'a','type':'string','enableWhen':[{'question':'b','operator':'=','answerString':'x'}]}=>item[1].enableWhen[0] VALUE_OF_WRONG_TYPE
      {'linkId':'b','type':'boolean'},{'linkId':'a','type':'string','enableWhen':[{'question':'b','operator':'>','answerBoolean':true}]}=>item[1].enableWhen[0] OPERATOR_WITHOUT_ORDER
      {'linkId':'a','type':'string','enableWhen':[{'question':'b','operator':'exists','answerBoolean':true}]},{'linkId':'b','type':'string','enableWhen':[{'question':'a','operator':'exists','answerBoolean':true}]}=>item[0] CONDITION_CIRCULAR
      {'linkId':'b','type':'boolean'},{'linkId':'a','type':'string','enableWhen':[{'question':'b','operator':'=','answerBoolean':true},{'question':'b','operator':'exists','answerBoolean':true}]}=>item[1] BEHAVIOR_MISSING
      {'linkId':'a','type':'decimal','initial':[{'valueDecimal':1},{'valueDecimal':2}]}=>item[0] INITIAL_TOO_MANY
      {'linkId':'a','type':'decimal','initial':[{'valueDecimal':1234567890123456789}]}=>item[0].initial[0].valueDecimal ELEMENT_MALFORMED
      """;

  @Test
  void everyRefusalSaysWhere() {
    for (String line : TABLE.lines().toList()) {
      int arrow = line.indexOf("=>");
      List<FormRefusal> refusals = FormChecks.refusals(form(line.substring(0, arrow)));
      String first =
          refusals.isEmpty() ? "" : refusals.get(0).path() + " " + refusals.get(0).code();
      assertThat(first.replace("Questionnaire.", "")).as(line).isEqualTo(line.substring(arrow + 2));
    }
  }

  @Test
  void containedValueSetsGiveOptionsTextsAndWeights() {
    Questionnaire form =
        FormChecks.accepted(
            json(
                """
                {'resourceType':'Questionnaire','status':'active','language':'vi','contained':[
                {'resourceType':'ValueSet','id':'v','status':'active','compose':{'include':[
                {'system':'urn:s','concept':[{'code':'a','display':'Một',
                'designation':[{'language':'en','value':'One'}],
                'extension':[{'url':'http://hl7.org/fhir/StructureDefinition/ordinalValue','valueDecimal':1.5}]}]},
                {'system':'urn:t'}]}},
                {'resourceType':'CodeSystem','url':'urn:t','status':'active','content':'complete',
                'concept':[{'code':'b'}]}],
                'item':[{'linkId':'q','type':'choice','repeats':true,'answerValueSet':'#v'},
                {'linkId':'s','type':'decimal','extension':[{'url':'http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression',
                'valueExpression':{'language':'text/fhirpath','expression':'%resource.answers().value.ordinal().sum()'}}]}]}
                """));
    Item item = form.items().get(0);
    assertThat(item.options()).extracting(Option::key).containsExactly("a", "b");
    assertThat(item.options().get(0).text().in("en")).isEqualTo("One");
    assertThat(item.options().get(0).text().in("vi-VN")).isEqualTo("Một");
    Response response =
        Forms.begin(form)
            .withItems(List.of(ResponseItem.answer("q", new Value.Code("urn:s", "a", null))));
    Response settled = Forms.settle(form, response);
    assertThat(Forms.scores(form, settled).get("s")).isEqualTo(Decimal.ofMillionths(1_500_000));
    assertThat(Forms.check(form, settled)).isEmpty();
    String forged = Forms.write(settled).replace("1.5", "2.5");
    assertThat(FormChecks.faults(form, forged))
        .containsExactly(
            new Fault("QuestionnaireResponse.item[1].answer[0]", "s", FaultCode.SCORE_WRONG));
  }

  @Test
  void sums() {
    assertThat(SumReader.parse("%resource.answers().value.weight().sum()"))
        .isEqualTo(new Sum(List.of()));
    String some = "%resource.descendants().where(?).answer.value.ordinal().sum()";
    assertThat(SumReader.parse(some.replace("?", "linkId='a' or linkId='b'")))
        .isEqualTo(new Sum(List.of("a", "b")));
    assertThat(SumReader.parse("%weight/2")).isNull();
    assertThat(SumReader.parse(some.replace("?", "linkId='a' and linkId='b'"))).isNull();
  }

  @Test
  void periodsIncludeBothEnds() {
    assertThat(Period.holds("2021-06", "2021-07-31", "2021-06-01")).isTrue();
    assertThat(Period.holds("2021-06", "2021-07-31", "2021-07-31")).isTrue();
    assertThat(Period.holds("2021-06", "2021-07-31", "2021-08-01")).isFalse();
    assertThat(Period.holds(null, "2021", "2021-12-31T23:00:00+07:00")).isTrue();
  }

  @Test
  void decimalsAreExact() {
    for (String text : List.of("0", "-1.50", "0.000001", "999999999999.999999", "1e3", "12E-2")) {
      assertThat(Decimal.parse(text)).as(text).isNotNull();
    }
    for (String text : List.of("", "-", "01", "1.", ".5", "1e", "0.0000001", "1e13", "NaN")) {
      assertThat(Decimal.parse(text)).as(text).isNull();
    }
    assertThat(Dates.compare("2021-08-01T00:00:00+07:00", "2021-07-31T17:00:00Z")).isZero();
    assertThat(Dates.compare("2021", "2021-07")).isNull();
  }

  private static String form(String items) {
    return json(
        "{'resourceType':'Questionnaire','status':'draft','item':["
            + items.replace("CHOICE", CHOICE)
            + "]}");
  }

  private static String json(String text) {
    return text.replace('\'', '"');
  }
}
