package vn.lachan.app.gates.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.lachan.app.declarations.FormView;
import vn.lachan.app.declarations.web.FormLine;

/**
 * A form as a gate's page shows and judges it without network: what is asked, and the documents
 * that the engine reads.
 */
record FormJson(
    String form,
    String version,
    String title,
    String questionnaire,
    String rules,
    List<Line> lines) {
  /**
   * A question, without what only a page of the server needs.
   *
   * @param more whether it is a group that may be answered more than once
   */
  record Line(
      String kind,
      String name,
      String parent,
      String text,
      boolean required,
      int depth,
      String inputType,
      @Nullable Integer mostLetters,
      List<Choice> choices,
      boolean more) {}

  record Choice(String value, String label) {}

  static FormJson of(FormView form, String title, List<FormLine> lines) {
    return new FormJson(
        form.code(),
        form.version(),
        title,
        form.questionnaireJson(),
        form.warningsJson(),
        lines.stream().map(FormJson::line).toList());
  }

  private static Line line(FormLine line) {
    return new Line(
        line.kind(),
        line.name(),
        line.parent(),
        line.text(),
        line.required(),
        line.depth(),
        line.inputType(),
        line.mostLetters(),
        line.choices().stream().map(choice -> new Choice(choice.value(), choice.label())).toList(),
        line.more());
  }
}
