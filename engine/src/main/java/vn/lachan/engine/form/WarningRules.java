package vn.lachan.engine.form;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A set of warning rules: dated data with the document it comes from, like every legal rule. {@link
 * Warnings#read} makes it of JSON.
 *
 * @param code the set's name
 * @param document the document it follows, and how certain it is
 * @param validFrom first day, yyyy-MM-dd; null where open
 * @param validTo last day, included; null where open
 * @param questionnaires the addresses of the questionnaires that it judges
 */
public record WarningRules(
    String code,
    String version,
    String disease,
    LocalText document,
    @Nullable String validFrom,
    @Nullable String validTo,
    List<String> questionnaires,
    List<Rule> rules) {

  /** True where the day, yyyy-MM-dd, lies in its validity. */
  public boolean isValidOn(String day) {
    return Period.holds(validFrom, validTo, day);
  }

  /** True where the questionnaire is one of those it was written for. */
  public boolean judges(Questionnaire questionnaire) {
    return questionnaires.contains(questionnaire.url());
  }

  /** The text of the rule in the language; empty for a code that is not there. */
  public String text(String rule, String language) {
    for (Rule each : rules) {
      if (each.code().equals(rule)) {
        return each.text().in(language);
      }
    }
    return "";
  }

  /** One rule. */
  public static final class Rule {
    private final String code;
    private final WarningLevel level;
    private final LocalText text;
    private final WarningTerm when;

    Rule(String code, WarningLevel level, LocalText text, WarningTerm when) {
      this.code = code;
      this.level = level;
      this.text = text;
      this.when = when;
    }

    public String code() {
      return code;
    }

    public WarningLevel level() {
      return level;
    }

    public LocalText text() {
      return text;
    }

    WarningTerm when() {
      return when;
    }
  }
}
