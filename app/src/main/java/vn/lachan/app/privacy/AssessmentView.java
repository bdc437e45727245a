package vn.lachan.app.privacy;

import java.util.List;
import java.util.Map;

/** One impact assessment with what officers wrote. */
public record AssessmentView(AssessmentRow row, Map<String, String> texts, List<Step> steps) {
  public AssessmentView {
    texts = Map.copyOf(texts);
    steps = List.copyOf(steps);
  }

  public String text(String field) {
    return texts.getOrDefault(field, "");
  }

  @Override
  public String toString() {
    return "AssessmentView[" + row.number() + "]";
  }
}
