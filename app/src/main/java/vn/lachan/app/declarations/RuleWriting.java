package vn.lachan.app.declarations;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import vn.lachan.app.kernel.Refusal;

/** Writes changed rules as the JSON that the engine reads, and reads what a page edits of them. */
@Component
class RuleWriting {
  private final JsonMapper json;

  RuleWriting(JsonMapper json) {
    this.json = json;
  }

  /** What a page begins with. */
  RuleChange begin(DeclaredForm.Rules rules, LocalDate from) {
    JsonNode root = json.readTree(rules.json());
    Map<String, RuleChange.Edit> edits = new TreeMap<>();
    for (JsonNode rule : root.path("rules")) {
      edits.put(
          rule.path("code").asString(""),
          new RuleChange.Edit(
              Level.valueOf(rule.path("level").asString("").toUpperCase(Locale.ROOT)),
              rule.path("text").path("vi").asString(""),
              rule.path("text").path("en").asString("")));
    }
    return new RuleChange(
        rules.set().code(),
        from,
        root.path("document").path("vi").asString(""),
        root.path("document").path("en").asString(""),
        rules.compared(),
        edits,
        null);
  }

  /**
   * The JSON of a change made of another set.
   *
   * @throws Refusal {@code declarations.refused.rules-json} where what was typed is no JSON object
   */
  String write(DeclaredForm.Rules base, RuleChange change, String version) {
    ObjectNode root = change.json() == null ? edited(base, change) : typed(change.json());
    root.put("code", change.code());
    root.put("version", version);
    root.put("validFrom", change.from().toString());
    root.remove("validTo");
    ObjectNode document = root.putObject("document");
    document.put("vi", change.documentVi());
    document.put("en", change.documentEn());
    return json.writerWithDefaultPrettyPrinter().writeValueAsString(root);
  }

  private ObjectNode edited(DeclaredForm.Rules base, RuleChange change) {
    ObjectNode root = (ObjectNode) json.readTree(base.json());
    ArrayNode kept = json.createArrayNode();
    for (JsonNode rule : root.path("rules")) {
      RuleChange.Edit edit = change.edits().get(rule.path("code").asString(""));
      if (edit != null && rule instanceof ObjectNode one) {
        one.put("level", edit.level().name().toLowerCase(Locale.ROOT));
        ObjectNode text = one.putObject("text");
        text.put("vi", edit.textVi());
        text.put("en", edit.textEn());
        kept.add(one);
      }
    }
    root.set("rules", kept);
    return root;
  }

  private ObjectNode typed(String text) {
    try {
      if (json.readTree(text) instanceof ObjectNode root) {
        return root;
      }
    } catch (JacksonException _) {
      throw Refusal.invalid("declarations.refused.rules-json");
    }
    throw Refusal.invalid("declarations.refused.rules-json");
  }
}
