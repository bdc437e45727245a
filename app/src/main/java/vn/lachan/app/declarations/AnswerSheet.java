package vn.lachan.app.declarations;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Declarations on one form with their answers, on their way out.
 *
 * @param columns the questions of all versions that were answered, the latest version's first
 * @param openIdentity whether answers that say who somebody is stand in it; otherwise they are
 *     masked
 */
public record AnswerSheet(List<Column> columns, List<Line> lines, boolean openIdentity) {
  public AnswerSheet {
    columns = List.copyOf(columns);
    lines = List.copyOf(lines);
  }

  /** A question. */
  public record Column(String linkId, String question) {}

  /** One declaration; {@code answers} by linkId, empty once they were destroyed. */
  public record Line(DeclarationRow row, Map<String, String> answers) {
    public @Nullable String answer(Column column) {
      return answers.get(column.linkId());
    }

    @Override
    public String toString() {
      return "Line";
    }
  }

  @Override
  public String toString() {
    return "AnswerSheet[" + lines.size() + "]";
  }
}
