package vn.lachan.app.visits;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the gate says about a scan.
 *
 * @param code message key of the sentence, with its arguments
 * @param person masked name or phone; null where nobody was recognised
 * @param warnings message keys with arguments, each doubtful thing the keeper should look at
 */
public record Verdict(
    Colour colour,
    Said code,
    @Nullable String person,
    @Nullable Instant at,
    boolean left,
    List<Said> warnings) {
  /** Green is recorded, yellow is recorded with something doubtful or asks, red is not recorded. */
  public enum Colour {
    GREEN,
    YELLOW,
    RED
  }

  /** A message key and what fills it. */
  public record Said(String key, List<Object> arguments) {
    public static Said of(String key, Object... arguments) {
      return new Said(key, List.of(arguments));
    }
  }

  public Verdict {
    warnings = List.copyOf(warnings);
  }
}
