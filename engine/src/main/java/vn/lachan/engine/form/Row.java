package vn.lachan.engine.form;

import java.util.List;

/**
 * One item in one occurrence, as a page shows it.
 *
 * @param key the name of its field: the linkId, and for each repeating group or question around it,
 *     the group itself included, # and the occurrence, from 0: {@code place#1}
 * @param path where it stands in the response; of an item that is not there yet, where its group is
 * @param depth 0 for the first level
 * @param answers what is answered now
 */
public record Row(
    Item item, String key, String path, int depth, boolean enabled, List<Answer> answers) {

  /** True where the option is among the answers. */
  public boolean has(Option option) {
    for (Answer answer : answers) {
      if (answer.value().sameAs(option.value())) {
        return true;
      }
    }
    return false;
  }

  /** The first answer as a field shows it; empty where there is none. */
  public String shown() {
    return answers.isEmpty() ? "" : Inputs.shown(answers.get(0).value());
  }

  /** All answers as fields show them. */
  public List<String> allShown() {
    return answers.stream().map(answer -> Inputs.shown(answer.value())).toList();
  }
}
