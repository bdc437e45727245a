package vn.lachan.app.visits;

import java.util.List;
import vn.lachan.engine.tracing.Visit;

/**
 * What happened after a cursor, in the order of the commits.
 *
 * @param cursor where to go on; the old one when nothing happened
 */
public record Followed(List<Change> changes, long cursor) {
  public Followed {
    changes = List.copyOf(changes);
  }

  /**
   * One change of a stored visit; {@code group} and {@code position} are its received-order number.
   *
   * @param visit as it stands after the change; for a withdrawal, as it stood before
   * @param previousLeftAt the departure before a {@link Kind#DEPARTURE_CHANGED}, else that of the
   *     visit
   */
  public record Change(long group, int position, Kind kind, Visit visit, long previousLeftAt) {}

  /** Stored as its ordinal. */
  public enum Kind {
    STORED,
    DEPARTURE_CHANGED,
    WITHDRAWN
  }
}
