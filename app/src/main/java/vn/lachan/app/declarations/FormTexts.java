package vn.lachan.app.declarations;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.lachan.app.kernel.Inside;
import vn.lachan.engine.form.Answer;
import vn.lachan.engine.form.Forms;
import vn.lachan.engine.form.ItemType;
import vn.lachan.engine.form.Option;
import vn.lachan.engine.form.ResponseReading;
import vn.lachan.engine.form.Row;
import vn.lachan.engine.form.Value;

/** Forms in words: their rules, and answers beside their questions. */
@Component
@Inside("forms are public reference data; answers were opened by the caller")
public class FormTexts {
  /** The forms that ask for a vehicle. */
  public static final Set<String> JOURNEYS = Set.of("domestic-travel", "entry");

  private final FormBook forms;
  private final MessageSource messages;

  FormTexts(FormBook forms, MessageSource messages) {
    this.forms = forms;
    this.messages = messages;
  }

  /**
   * A question with its answer.
   *
   * @param heading whether it is a group, which has no answer
   */
  public record Line(String question, String answer, boolean heading, int depth) {
    @Override
    public String toString() {
      return "Line";
    }
  }

  /** The codes of all forms, for filters. */
  public List<String> codes() {
    return forms.codes();
  }

  /** Every rule by its code, for filters and lists. */
  public Map<String, String> rules(Locale language) {
    return forms.ruleTexts(language);
  }

  /** What was answered, in the words of the version that was answered. */
  public List<Line> answers(OpenedDeclaration opened, Locale language) {
    DeclaredForm form =
        forms
            .version(opened.row().form(), opened.row().formVersion())
            .orElseThrow(
                () ->
                    new IllegalStateException("A form that was answered: " + opened.row().form()));
    if (!(Forms.readResponse(opened.responseJson())
        instanceof ResponseReading.Accepted(var response))) {
      return List.of();
    }
    List<Line> lines = new ArrayList<>();
    for (Row row : Forms.walk(form.questionnaire(), response)) {
      boolean group = row.item().type() == ItemType.GROUP;
      boolean told = group ? !row.item().text().plain().isEmpty() : !row.answers().isEmpty();
      if (told && row.enabled() && row.item().type() != ItemType.DISPLAY) {
        lines.add(
            new Line(
                row.item().text().in(language.getLanguage()),
                group ? "" : answer(row, language),
                group,
                row.depth()));
      }
    }
    return lines;
  }

  String answer(Row row, Locale language) {
    return row.answers().stream()
        .map(answer -> words(row, answer, language))
        .collect(Collectors.joining(", "));
  }

  private String words(Row row, Answer answer, Locale language) {
    if (answer.value() instanceof Value.Truth(boolean truth)) {
      return messages.getMessage("declarations.form." + truth, null, language);
    }
    Option option = row.item().option(answer.value());
    return option == null ? answer.value().shown() : option.text().in(language.getLanguage());
  }
}
