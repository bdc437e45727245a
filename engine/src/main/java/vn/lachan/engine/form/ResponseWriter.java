package vn.lachan.engine.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes a response as a FHIR R4 QuestionnaireResponse. */
final class ResponseWriter {
  private ResponseWriter() {}

  static String write(Response response) {
    Map<String, Json> members = new LinkedHashMap<>();
    members.put("resourceType", new Json.Text("QuestionnaireResponse"));
    if (!response.questionnaire().isEmpty()) {
      members.put("questionnaire", new Json.Text(response.questionnaire()));
    }
    members.put("status", new Json.Text(response.status()));
    put(members, "authored", response.authored());
    putItems(members, response.items());
    return JsonWriter.write(new Json.Members(members));
  }

  private static void putItems(Map<String, Json> members, List<ResponseItem> items) {
    List<Json> written = new ArrayList<>();
    for (ResponseItem item : items) {
      written.add(write(item));
    }
    putAll(members, "item", written);
  }

  private static Json write(ResponseItem item) {
    Map<String, Json> members = new LinkedHashMap<>();
    members.put("linkId", new Json.Text(item.linkId()));
    put(members, "text", item.text());
    List<Json> answers = new ArrayList<>();
    for (Answer answer : item.answers()) {
      Map<String, Json> written = new LinkedHashMap<>();
      putValue(written, answer.value());
      putItems(written, answer.items());
      answers.add(new Json.Members(written));
    }
    putAll(members, "answer", answers);
    putItems(members, item.items());
    return new Json.Members(members);
  }

  private static void putValue(Map<String, Json> members, Value value) {
    switch (value) {
      case Value.Truth(boolean truth) -> members.put("valueBoolean", new Json.Flag(truth));
      case Value.Whole(int whole) ->
          members.put("valueInteger", new Json.Numeral(Integer.toString(whole)));
      case Value.Numeric(Decimal number) ->
          members.put("valueDecimal", new Json.Numeral(number.text()));
      case Value.Day(String text) -> members.put("valueDate", new Json.Text(text));
      case Value.Moment(String text) -> members.put("valueDateTime", new Json.Text(text));
      case Value.Time(String text) -> members.put("valueTime", new Json.Text(text));
      case Value.Words(String text) -> members.put("valueString", new Json.Text(text));
      case Value.Code code -> members.put("valueCoding", write(code));
      case Value.Amount amount -> members.put("valueQuantity", write(amount));
    }
  }

  private static Json write(Value.Code code) {
    Map<String, Json> members = new LinkedHashMap<>();
    put(members, "system", code.system());
    put(members, "code", code.code());
    put(members, "display", code.display());
    return new Json.Members(members);
  }

  private static Json write(Value.Amount amount) {
    Map<String, Json> members = new LinkedHashMap<>();
    members.put("value", new Json.Numeral(amount.number().text()));
    put(members, "unit", amount.unit());
    put(members, "system", amount.system());
    put(members, "code", amount.code());
    return new Json.Members(members);
  }

  private static void put(Map<String, Json> members, String name, @Nullable String text) {
    if (text != null) {
      members.put(name, new Json.Text(text));
    }
  }

  /** FHIR has no empty arrays. */
  private static void putAll(Map<String, Json> members, String name, List<Json> values) {
    if (!values.isEmpty()) {
      members.put(name, new Json.Elements(values));
    }
  }
}
