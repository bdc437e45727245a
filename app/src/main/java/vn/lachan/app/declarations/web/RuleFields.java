package vn.lachan.app.declarations.web;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import vn.lachan.app.declarations.Level;
import vn.lachan.app.declarations.RuleChange;
import vn.lachan.app.kernel.Refusal;

/** The fields of the page on which warning rules are changed. */
final class RuleFields {
  private static final String LEVEL = "level.";
  private static final String VIETNAMESE = "vi.";
  private static final String ENGLISH = "en.";
  private static final String NONE = "none";

  private RuleFields() {}

  /**
   * What was typed.
   *
   * @throws Refusal {@code declarations.refused.rules-from}, {@code
   *     declarations.refused.rules-text}
   */
  static RuleChange read(String code, Map<String, String> typed) {
    LocalDate from = AskedDays.day(typed.getOrDefault("from", ""));
    if (from == null) {
      throw Refusal.invalid("declarations.refused.rules-from");
    }
    Map<String, RuleChange.Edit> edits = new HashMap<>();
    typed.forEach(
        (name, value) -> {
          if (name.startsWith(LEVEL) && !value.equals(NONE)) {
            String rule = name.substring(LEVEL.length());
            edits.put(
                rule,
                new RuleChange.Edit(
                    level(value), text(typed, VIETNAMESE + rule), text(typed, ENGLISH + rule)));
          }
        });
    return new RuleChange(
        code,
        from,
        text(typed, "documentVi"),
        text(typed, "documentEn"),
        typed.containsKey("compared"),
        edits,
        typed.containsKey("whole") ? typed.getOrDefault("json", "") : null);
  }

  /** The same fields of a change that a page begins with. */
  static Map<String, String> written(RuleChange change) {
    Map<String, String> fields = new HashMap<>();
    fields.put("from", change.from().toString());
    fields.put("documentVi", change.documentVi());
    fields.put("documentEn", change.documentEn());
    if (change.compared()) {
      fields.put("compared", "true");
    }
    if (change.json() != null) {
      fields.put("whole", "true");
    }
    change
        .edits()
        .forEach(
            (rule, edit) -> {
              fields.put(LEVEL + rule, edit.level().name());
              fields.put(VIETNAMESE + rule, edit.textVi());
              fields.put(ENGLISH + rule, edit.textEn());
            });
    return fields;
  }

  /** The field that a refusal is about; empty where it is about none. */
  static String wrong(String code, Map<String, String> typed) {
    return switch (code.substring(code.lastIndexOf('.') + 1)) {
      case "rules-from" -> "from";
      case "document" -> text(typed, "documentVi").isEmpty() ? "documentVi" : "documentEn";
      case "rules-text" -> wrongText(typed);
      case "rules-json" -> "json";
      default -> "";
    };
  }

  private static String wrongText(Map<String, String> typed) {
    for (String name : new TreeMap<>(typed).keySet()) {
      boolean kept = name.startsWith(LEVEL) && !NONE.equals(typed.get(name));
      String rule = kept ? name.substring(LEVEL.length()) : "";
      if (kept && text(typed, VIETNAMESE + rule).isEmpty()) {
        return VIETNAMESE + rule;
      }
      if (kept && text(typed, ENGLISH + rule).isEmpty()) {
        return ENGLISH + rule;
      }
    }
    return "";
  }

  private static String text(Map<String, String> typed, String name) {
    return typed.getOrDefault(name, "").strip();
  }

  private static Level level(String value) {
    for (Level level : Level.values()) {
      if (level.name().equalsIgnoreCase(value)) {
        return level;
      }
    }
    throw Refusal.invalid("declarations.refused.rules-text");
  }
}
