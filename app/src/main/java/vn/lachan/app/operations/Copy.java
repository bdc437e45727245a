package vn.lachan.app.operations;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One copy of the program. */
public record Copy(
    UUID id,
    String version,
    long process,
    Instant startedAt,
    Instant seenAt,
    @Nullable Instant stoppedAt,
    boolean here,
    State state) {
  /** What one knows of a copy. */
  public enum State {
    RUNNING,
    STOPPED,
    /** Neither seen lately nor stopped in order. */
    LOST
  }
}
