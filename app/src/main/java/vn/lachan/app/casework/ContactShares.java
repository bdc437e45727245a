package vn.lachan.app.casework;

import org.jspecify.annotations.Nullable;

/** How many contacts there are and what became of them. */
public record ContactShares(int close, int casual, int finished, int unreachable) {
  public int all() {
    return close + casual;
  }

  /** Finished of all, 0 to 1; null where there is none. */
  public @Nullable Double reachedShare() {
    return all() == 0 ? null : Math.min(1.0, (double) finished / all());
  }
}
