package vn.lachan.app.places;

import java.util.List;

/**
 * What is wrong with a row: in which field, and how to mend it.
 *
 * @param code a message key
 * @param arguments what fills the message
 * @param units communes that may be meant; the officer chooses
 */
public record ImportProblem(
    ImportField field, String code, List<Object> arguments, List<Integer> units) {
  public ImportProblem {
    arguments = List.copyOf(arguments);
    units = List.copyOf(units);
  }

  static ImportProblem of(ImportField field, String code, Object... arguments) {
    return new ImportProblem(field, code, List.of(arguments), List.of());
  }
}
