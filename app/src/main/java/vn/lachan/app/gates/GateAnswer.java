package vn.lachan.app.gates;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the server says about somebody at a gate. It shows no identity and no diagnosis.
 *
 * @param advice what the keeper does
 * @param said message key of the sentence; null where there is nothing to add
 * @param isInside whether the person is taken to be inside the place now
 * @param isRecent whether the person came or left only seconds ago, perhaps at another device
 * @param inside persons inside the place now
 */
public record GateAnswer(
    Advice advice,
    @Nullable String said,
    List<Object> arguments,
    List<String> warnings,
    boolean isInside,
    boolean isRecent,
    int inside) {
  /** In the order of their weight. */
  public enum Advice {
    LET_IN,
    ASK_NAME,
    NEEDS_DECLARATION,
    STOP
  }

  public GateAnswer {
    arguments = List.copyOf(arguments);
    warnings = List.copyOf(warnings);
  }
}
