package vn.lachan.app.casework;

import org.jspecify.annotations.Nullable;

/**
 * What became of the contacts of a case.
 *
 * @param needed supported contacts
 * @param finished of them, who need no call any more
 * @param unreachable of them, who were tried in vain
 */
public record ContactShares(int needed, int finished, int unreachable) {
  public int open() {
    return needed - finished;
  }

  /** Finished of all, 0 to 1; null where there is none. */
  public @Nullable Double reachedShare() {
    return needed == 0 ? null : (double) finished / needed;
  }
}
