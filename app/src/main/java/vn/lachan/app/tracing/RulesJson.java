package vn.lachan.app.tracing;

import tools.jackson.databind.json.JsonMapper;
import vn.lachan.engine.tracing.Rules;

/** A rule set as it is stored: the engine's record, field by field. */
final class RulesJson {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private RulesJson() {}

  static String write(Rules rules) {
    return JSON.writeValueAsString(rules);
  }

  /** Reads what {@link #write} wrote; another text is a damaged row and fails at once. */
  static Rules read(String json) {
    return JSON.readValue(json, Rules.class);
  }
}
