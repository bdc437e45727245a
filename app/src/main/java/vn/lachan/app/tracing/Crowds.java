package vn.lachan.app.tracing;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import vn.lachan.app.access.Actor;
import vn.lachan.app.kernel.Refusal;

/**
 * The front door of crowds: places so full while somebody exposed others there that a trace reports
 * them instead of listing everybody. Nobody of a crowd becomes a contact through it until an
 * officer narrows it or lists it as it is; the decision stays with the trace.
 */
public interface Crowds {
  /** The crowds of a trace as they stand, by generation and time; CASES_READ. */
  List<TraceCrowd> list(Actor actor, UUID trace);

  /**
   * Decides about one crowd and computes the trace anew; CASES_WRITE, an act in the audit record.
   *
   * @throws Refusal {@code tracing.refused.no-crowd}, {@code tracing.refused.crowd-span}, {@code
   *     tracing.refused.crowd-minutes}, {@code tracing.refused.crowd-nothing}, {@code
   *     tracing.refused.reason}, {@code tracing.refused.closed}
   */
  void decide(Actor actor, UUID trace, CrowdChoice choice, Instant now);

  /** Takes back what was decided about a crowd; CASES_WRITE, an act in the audit record. */
  void undo(Actor actor, UUID trace, UUID place, Instant from, Instant now);
}
