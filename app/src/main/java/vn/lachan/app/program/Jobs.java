package vn.lachan.app.program;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lachan.app.kernel.Inside;

/**
 * Long work: submitted in the transaction that decides on it, done in portions by whichever copy of
 * the program is free, carried on from the last portion after a restart, and stopped between two
 * portions when somebody cancels it. Who may submit or see a kind of work is checked by the module
 * that owns the kind.
 */
@Inside("called by the module that owns the kind of work, after its own check")
public interface Jobs {
  /**
   * Takes the work into the queue. It begins about a second after the caller's transaction commits.
   */
  UUID start(NewJob job);

  Optional<JobView> find(UUID id);

  /** The latest first; at most 200. */
  List<JobView> latest(@Nullable String kind, int limit);

  /** Asks the work to stop after the portion it is at. What has been done stays done. */
  void cancel(UUID id, long account);

  /** How much work waits or runs. */
  long open();
}
