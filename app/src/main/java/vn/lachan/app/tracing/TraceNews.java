package vn.lachan.app.tracing;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.lachan.app.access.Actor;
import vn.lachan.app.kernel.Inside;

/** The front door of what changed in traces since an officer last looked. */
public interface TraceNews {
  /**
   * The officer looks at a trace; CASES_READ. After a pause ({@code tracing.lookPause}) that begins
   * a new sitting, in which everything since the last look is new; within one sitting the same
   * changes, and what came meanwhile, stay new.
   */
  NewSince look(Actor actor, UUID trace, Instant now);

  /** The officer has seen all of it: nothing is new until something changes; CASES_READ. */
  void seen(Actor actor, UUID trace, Instant now);

  /** The persons who changed since the last sitting, the latest first; CASES_READ. */
  List<ChangedContact> changed(Actor actor, UUID trace, int rows);

  /** The number of the latest change of any trace, to be given to {@link #after}. */
  @Inside("a number of order is no personal data")
  long latest();

  /** What changed after a number, by subject; those in which nothing did miss. */
  @Inside("casework puts its reach into its own list")
  Map<Long, NewSince> after(long change, Collection<Long> subjects);

  /** For lists of subjects: what changed since the account last looked; who never did misses. */
  @Inside("casework puts its reach into its own list")
  Map<Long, NewSince> since(long account, Collection<Long> subjects);
}
