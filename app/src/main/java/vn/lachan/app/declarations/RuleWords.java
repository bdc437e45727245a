package vn.lachan.app.declarations;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedSet;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Says in words when a rule fires. */
@Component
class RuleWords {
  private final MessageSource messages;
  private final JsonMapper json;

  RuleWords(MessageSource messages, JsonMapper json) {
    this.messages = messages;
    this.json = json;
  }

  /**
   * By code of rule.
   *
   * @param questions the text of each question that the rules may name, by linkId
   */
  Map<String, String> of(String rulesJson, Map<String, String> questions, Locale language) {
    Map<String, String> words = new HashMap<>();
    for (JsonNode rule : json.readTree(rulesJson).path("rules")) {
      words.put(
          rule.path("code").asString(""), term(rule.path("when"), questions, language, false));
    }
    return words;
  }

  private String term(
      JsonNode term, Map<String, String> questions, Locale language, boolean inner) {
    if (term.has("all")) {
      return joined(term.path("all"), "declarations.rules.and", questions, language, inner);
    }
    if (term.has("any")) {
      return joined(term.path("any"), "declarations.rules.or", questions, language, inner);
    }
    if (term.has("fact")) {
      String fact = term.path("fact").asString("");
      return say("declarations.fact." + fact, fact, language);
    }
    String question = question(term, questions);
    String operator = term.path("operator").asString("=");
    String answer = answer(term, language);
    return operator.equals("=")
        ? question + ": " + answer
        : question + " " + operator + " " + answer;
  }

  /** Alike questions ("Sốt: Có hoặc Ho: Có") are many; each is named once. */
  private String joined(
      JsonNode terms,
      String between,
      Map<String, String> questions,
      Locale language,
      boolean inner) {
    SequencedSet<String> words = new LinkedHashSet<>();
    if (between.endsWith(".or") && terms.size() > 1 && allYes(terms)) {
      terms.forEach(term -> words.add(question(term, questions)));
      return said("declarations.rules.any-yes", String.join(", ", words), language);
    }
    for (JsonNode term : terms) {
      words.add(term(term, questions, language, true));
    }
    String all = String.join(" " + say(between, between, language) + " ", words);
    return inner && words.size() > 1 ? "(" + all + ")" : all;
  }

  private static boolean allYes(JsonNode terms) {
    for (JsonNode term : terms) {
      if (!term.has("question")
          || !term.path("answerBoolean").asBoolean(false)
          || !term.path("operator").asString("").equals("=")) {
        return false;
      }
    }
    return true;
  }

  private static String question(JsonNode term, Map<String, String> questions) {
    String subject = term.path("question").asString(term.path("score").asString(""));
    return "“" + questions.getOrDefault(subject, subject) + "”";
  }

  private String said(String key, String argument, Locale language) {
    return messages.getMessage(key, new Object[] {argument}, language);
  }

  private String answer(JsonNode term, Locale language) {
    for (Map.Entry<String, JsonNode> member : term.properties()) {
      if (member.getKey().equals("answerBoolean")) {
        String key = "declarations.form." + member.getValue().asBoolean();
        return say(key, key, language);
      }
      if (member.getKey().startsWith("answer")) {
        JsonNode value = member.getValue();
        return value.isObject() ? value.path("code").asString("") : value.asString("");
      }
    }
    return "";
  }

  private String say(String key, String other, Locale language) {
    String said = messages.getMessage(key, null, other, language);
    return said == null ? other : said;
  }
}
