package vn.lachan.app.tracing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How many contacts of a trace changed since an officer looked, each counted once by what it comes
 * to: one that came and went again does not count.
 *
 * @param looked when the officer looked before; null when never, and then everything after the
 *     first computation counts
 */
public record NewSince(@Nullable Instant looked, int added, int withdrawn, int changed) {
  public int all() {
    return added + withdrawn + changed;
  }
}
