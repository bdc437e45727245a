package vn.lachan.app.tracing;

import java.time.Instant;
import java.util.List;

/**
 * The contacts of a trace changed. Published inside the transaction of the change.
 *
 * @param listed persons who became contacts, are supported again, or changed their class or
 *     generation
 * @param withdrawn persons who are no longer supported
 */
public record TraceUpdated(long subject, List<Listed> listed, List<Long> withdrawn, Instant at) {
  public TraceUpdated {
    listed = List.copyOf(listed);
    withdrawn = List.copyOf(withdrawn);
  }

  /** A contact that somebody should reach; unit of residence, 0 when unknown. */
  public record Listed(long person, int generation, boolean close, int unit) {}
}
