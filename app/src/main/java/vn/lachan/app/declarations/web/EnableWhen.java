package vn.lachan.app.declarations.web;

import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The conditions of a questionnaire for the page's script, which hides what is not asked. The
 * server judges by the engine; the script only spares people questions.
 */
final class EnableWhen {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private EnableWhen() {}

  /** By linkId: {any, all: [{question, operator, answer}]}. */
  static Map<String, String> of(String questionnaireJson) {
    Map<String, String> found = new HashMap<>();
    collect(JSON.readTree(questionnaireJson).path("item"), found);
    return found;
  }

  private static void collect(JsonNode items, Map<String, String> found) {
    for (JsonNode item : items) {
      JsonNode conditions = item.path("enableWhen");
      if (!conditions.isEmpty()) {
        ObjectNode written = JSON.createObjectNode();
        written.put("any", "any".equals(item.path("enableBehavior").asString("")));
        ArrayNode all = written.putArray("all");
        for (JsonNode condition : conditions) {
          ObjectNode one = all.addObject();
          one.put("question", condition.path("question").asString(""));
          one.put("operator", condition.path("operator").asString(""));
          one.put("answer", answer(condition));
        }
        found.put(item.path("linkId").asString(""), JSON.writeValueAsString(written));
      }
      collect(item.path("item"), found);
    }
  }

  /** As a form's field sends it. */
  private static String answer(JsonNode condition) {
    for (Map.Entry<String, JsonNode> member : condition.properties()) {
      if (member.getKey().startsWith("answer")) {
        JsonNode value = member.getValue();
        return value.isObject() ? value.path("code").asString("") : value.asString("");
      }
    }
    return "";
  }
}
