package vn.lachan.app.declarations.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One item of a form as the page shows it.
 *
 * @param kind group, display, radio, checkbox, select, input, text or suggest
 * @param name of its fields, and the id that its script and errors use
 * @param parent the name of the group or question around it; empty at the first level
 * @param inputType of an input: text, date, datetime-local, number, tel or email
 * @param list the choices to be found while typing: commune or province
 * @param when its conditions as JSON for the page's script; null where it always shows
 * @param more whether another occurrence may be asked for here
 */
public record FormLine(
    String kind,
    String name,
    String parent,
    String text,
    boolean required,
    int depth,
    String inputType,
    @Nullable Integer mostLetters,
    List<String> values,
    List<Choice> choices,
    @Nullable String list,
    List<String> errors,
    @Nullable String when,
    boolean more) {
  /** Something that may be chosen. */
  public record Choice(String value, String label, boolean chosen) {}

  public String value() {
    return values.isEmpty() ? "" : values.getFirst();
  }

  public boolean wrong() {
    return !errors.isEmpty();
  }

  @Override
  public String toString() {
    return "FormLine[" + name + "]";
  }
}
