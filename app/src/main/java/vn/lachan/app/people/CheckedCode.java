package vn.lachan.app.people;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whose code was shown, and how sure that is.
 *
 * @param person a record; readers resolve merges
 * @param issue null for a plain code
 */
public record CheckedCode(long person, Strength strength, @Nullable UUID issue) {
  /** From what only the person's device could show down to what anybody could copy. */
  public enum Strength {
    DEVICE,
    PAPER,
    PLAIN
  }
}
