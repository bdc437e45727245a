package vn.lachan.engine.form;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads warning rules: docs/adr/0013-forms.md shows the form. */
final class WarningReader {
  private static final String KIND = "WarningRules";

  private final Refusals refusals = new Refusals();
  private final Set<String> codes = new HashSet<>();

  FormReading<WarningRules> read(String json) {
    Source root = QuestionnaireReader.parse(json, KIND, refusals);
    if (root != null && !KIND.equals(root.text("kind"))) {
      root.refuse(FormRefusalCode.RESOURCE_WRONG);
      root = null;
    }
    WarningRules rules = root == null ? null : readRoot(root);
    return rules != null && refusals.isEmpty()
        ? new FormReading.Accepted<>(rules)
        : new FormReading.Refused<>(refusals.list());
  }

  private WarningRules readRoot(Source root) {
    String code = root.requiredText("code");
    String version = root.requiredText("version");
    String disease = root.requiredText("disease");
    LocalText document = readText(root.object("document"));
    String validFrom = readDay(root, "validFrom");
    String validTo = readDay(root, "validTo");
    List<String> questionnaires = root.texts("questionnaires");
    List<WarningRules.Rule> rules = new ArrayList<>();
    for (Source source : root.objects("rules")) {
      WarningRules.Rule rule = rules.size() < FormLimits.RULES ? readRule(source) : null;
      if (rules.size() >= FormLimits.RULES) {
        source.refuse(FormRefusalCode.RULES_TOO_MANY);
        break;
      }
      if (rule != null) {
        rules.add(rule);
      }
    }
    root.finish(Set.of());
    return new WarningRules(
        code,
        version,
        disease,
        document,
        validFrom,
        validTo,
        List.copyOf(questionnaires),
        List.copyOf(rules));
  }

  private WarningRules.@Nullable Rule readRule(Source source) {
    String code = source.requiredText("code");
    String word = source.requiredText("level");
    LocalText text = readText(source.object("text"));
    Source when = source.object("when");
    if (when == null) {
      source.refuseMember("when", FormRefusalCode.ELEMENT_MISSING, "");
    }
    WarningTerm term = when == null ? null : readTerm(when, 1);
    WarningLevel level = WarningLevel.of(word);
    if (level == null) {
      source.refuseMember("level", FormRefusalCode.ELEMENT_MALFORMED, word);
    }
    if (!codes.add(code)) {
      source.refuseMember("code", FormRefusalCode.RULE_TWICE, code);
    }
    source.finish(Set.of());
    return level == null || term == null ? null : new WarningRules.Rule(code, level, text, term);
  }

  private @Nullable WarningTerm readTerm(Source source, int depth) {
    if (depth > FormLimits.RULE_DEPTH) {
      source.refuse(FormRefusalCode.RULES_TOO_MANY);
      return null;
    }
    if (source.has("all") || source.has("any")) {
      String join = source.has("all") ? "all" : "any";
      List<WarningTerm> terms = new ArrayList<>();
      for (Source inner : source.objects(join)) {
        WarningTerm term = readTerm(inner, depth + 1);
        if (term != null) {
          terms.add(term);
        }
      }
      source.finish(Set.of());
      return join.equals("all") ? new WarningTerm.All(terms) : new WarningTerm.Any(terms);
    }
    if (source.has("fact")) {
      String fact = source.requiredText("fact");
      source.finish(Set.of());
      return new WarningTerm.Known(fact);
    }
    boolean score = source.has("score");
    Condition condition = ConditionReader.read(source, score ? "score" : "question");
    if (condition == null) {
      return null;
    }
    return score ? new WarningTerm.Scored(condition) : new WarningTerm.Asks(condition);
  }

  private static @Nullable String readDay(Source source, String name) {
    String day = source.text(name);
    if (day != null && !Dates.isDate(day)) {
      source.refuseMember(name, FormRefusalCode.ELEMENT_MALFORMED, day);
    }
    return day;
  }

  /** A text by language, of which vi is the plain one. */
  private static LocalText readText(@Nullable Source source) {
    if (source == null) {
      return LocalText.NONE;
    }
    String plain = source.requiredText("vi");
    Map<String, String> translations = new LinkedHashMap<>();
    for (String language : source.names()) {
      String text = source.text(language);
      if (text != null && !language.equals("vi")) {
        translations.put(language, text);
      }
    }
    return new LocalText(plain, Map.copyOf(translations));
  }
}
