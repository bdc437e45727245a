package vn.lachan.app.visits;

import org.jspecify.annotations.Nullable;

/**
 * What a keeper's reader typed, or the keeper.
 *
 * @param name what the keeper typed when asked for a name
 * @param typed true where a hand and not a reader typed the text
 */
public record GateScan(String text, @Nullable String name, Direction direction, boolean typed) {
  /** Which way the person goes. */
  public enum Direction {
    /** Out where the person is inside, else in. */
    AUTO,
    IN,
    OUT
  }

  @Override
  public String toString() {
    return "GateScan[" + direction + "]";
  }
}
