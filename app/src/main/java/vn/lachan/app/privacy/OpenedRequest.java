package vn.lachan.app.privacy;

import java.util.List;
import java.util.Map;

/**
 * A request with everything that was typed, opened as one act.
 *
 * @param fields name, contact and text of the requester
 * @param steps the history with its texts
 */
public record OpenedRequest(RequestView view, Map<String, String> fields, List<Step> steps) {
  public OpenedRequest {
    fields = Map.copyOf(fields);
    steps = List.copyOf(steps);
  }

  public String field(String name) {
    return fields.getOrDefault(name, "");
  }

  /** What was written with the latest step of a kind; empty where nothing was. */
  public String textOf(String what) {
    return steps.stream()
        .filter(step -> step.what().equals(what) && step.text() != null)
        .map(step -> String.valueOf(step.text()))
        .reduce("", (_, later) -> later);
  }

  @Override
  public String toString() {
    return "OpenedRequest[" + view.row().number() + "]";
  }
}
