package vn.lachan.app.privacy;

import java.util.List;
import java.util.Map;
import vn.lachan.app.people.MaskedPerson;

/**
 * One breach.
 *
 * @param texts what was written; empty where it was not opened
 * @param affected those bound to the breach, masked; at most 200
 */
public record BreachView(
    BreachRow row, Map<String, String> texts, List<MaskedPerson> affected, List<Step> steps) {
  public BreachView {
    texts = Map.copyOf(texts);
    affected = List.copyOf(affected);
    steps = List.copyOf(steps);
  }

  public String text(String field) {
    return texts.getOrDefault(field, "");
  }

  @Override
  public String toString() {
    return "BreachView[" + row.number() + "]";
  }
}
