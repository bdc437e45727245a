package vn.lachan.app.declarations;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.lachan.engine.form.Forms;
import vn.lachan.engine.form.Item;
import vn.lachan.engine.form.ResponseReading;
import vn.lachan.engine.form.Row;

/** Opens answers into a table, one column a question. */
@Component
class AnswerReading {
  private static final String MASK = "***";

  private final DeclarationReading reading;
  private final FormBook forms;
  private final FormTexts texts;

  AnswerReading(DeclarationReading reading, FormBook forms, FormTexts texts) {
    this.reading = reading;
    this.forms = forms;
    this.texts = texts;
  }

  AnswerSheet sheet(List<DeclarationListTable.Row> found, boolean openIdentity, Locale language) {
    Map<String, String> questions = new LinkedHashMap<>();
    List<DeclarationRow> rows = reading.rows(found);
    List<AnswerSheet.Line> lines = new ArrayList<>(found.size());
    for (int index = 0; index < found.size(); index++) {
      DeclarationListTable.Row row = found.get(index);
      Optional<DeclaredForm> form = forms.version(row.form(), row.formVersion());
      form.ifPresent(one -> addQuestions(one, questions, language));
      Map<String, String> answers =
          form.isEmpty()
              ? Map.of()
              : reading
                  .answers(row)
                  .map(json -> answers(form.get(), json, openIdentity, language))
                  .orElse(Map.of());
      lines.add(new AnswerSheet.Line(rows.get(index), answers));
    }
    List<AnswerSheet.Column> columns = new ArrayList<>();
    questions.forEach((linkId, text) -> columns.add(new AnswerSheet.Column(linkId, text)));
    return new AnswerSheet(columns, lines, openIdentity);
  }

  private static void addQuestions(
      DeclaredForm form, Map<String, String> questions, Locale language) {
    for (String linkId : form.questionnaire().linkIds()) {
      Item item = form.questionnaire().item(linkId);
      if (item != null && item.type().isQuestion()) {
        questions.putIfAbsent(linkId, item.text().in(language.getLanguage()));
      }
    }
  }

  /** Of a question that was answered several times, all answers, in their order. */
  private Map<String, String> answers(
      DeclaredForm form, String json, boolean openIdentity, Locale language) {
    Map<String, String> answers = new LinkedHashMap<>();
    if (Forms.readResponse(json) instanceof ResponseReading.Accepted(var response)) {
      for (Row row : Forms.walk(form.questionnaire(), response)) {
        if (!row.answers().isEmpty()) {
          Meaning meaning = form.meanings().get(row.item().linkId());
          boolean hidden = !openIdentity && meaning != null && meaning.identifies();
          String text = hidden ? MASK : texts.answer(row, language);
          answers.merge(row.item().linkId(), text, (one, other) -> one + "; " + other);
        }
      }
    }
    return answers;
  }
}
