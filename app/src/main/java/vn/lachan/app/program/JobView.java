package vn.lachan.app.program;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A piece of long work as it is shown.
 *
 * @param failure the code of the refusal that ended it
 */
public record JobView(
    UUID id,
    String kind,
    String argument,
    long done,
    long total,
    long startedBy,
    Instant submittedAt,
    @Nullable Instant steppedAt,
    @Nullable Instant cancelledAt,
    @Nullable Instant endedAt,
    @Nullable String failure) {

  public State state() {
    if (endedAt != null) {
      return failure != null ? State.FAILED : stoppedShort() ? State.CANCELLED : State.DONE;
    }
    if (cancelledAt != null) {
      return State.STOPPING;
    }
    return steppedAt == null ? State.WAITING : State.RUNNING;
  }

  /** Somebody stopped it, and it was not through by then. */
  private boolean stoppedShort() {
    return cancelledAt != null && (total <= 0 || done < total);
  }

  public boolean ended() {
    return endedAt != null;
  }

  /** 0 to 100; 0 while the total is not known. */
  public int percent() {
    if (state() == State.DONE) {
      return 100;
    }
    return total <= 0 ? 0 : (int) Math.min(100, done * 100 / total);
  }

  /** What one sees of the work. */
  public enum State {
    WAITING,
    RUNNING,
    STOPPING,
    DONE,
    CANCELLED,
    FAILED
  }
}
