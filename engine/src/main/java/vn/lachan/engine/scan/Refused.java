package vn.lachan.engine.scan;

import java.util.List;

/**
 * A text that cannot be accepted, and why. The parameters are those that {@link RefusalCode} lists
 * for its code, in that order, for a message text kept elsewhere. They hold counts, positions and
 * at most one character of a code, never a piece of a name or a number, so a refusal may be logged.
 */
public record Refused(RefusalCode code, List<String> parameters) implements Scanned {
  public Refused {
    parameters = List.copyOf(parameters);
  }

  static Refused because(RefusalCode code) {
    return new Refused(code, List.of());
  }

  static Refused because(RefusalCode code, int parameter) {
    return new Refused(code, List.of(Integer.toString(parameter)));
  }

  static Refused because(RefusalCode code, int first, int second) {
    return new Refused(code, List.of(Integer.toString(first), Integer.toString(second)));
  }
}
