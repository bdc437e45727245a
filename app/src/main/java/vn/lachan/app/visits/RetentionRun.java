package vn.lachan.app.visits;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A run that had days to destroy.
 *
 * @param before the first day that stays
 * @param outcome null when the program ended in the middle
 * @param waitsFor the follower that had not read everything
 * @param days days that it destroyed
 */
public record RetentionRun(
    long number,
    Instant startedAt,
    @Nullable Instant endedAt,
    LocalDate before,
    @Nullable Outcome outcome,
    @Nullable String waitsFor,
    int days) {
  /** How a run ended. */
  public enum Outcome {
    DONE,
    WAITS,
    LOCKED
  }
}
