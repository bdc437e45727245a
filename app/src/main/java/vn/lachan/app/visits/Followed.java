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

  /** What happened to a visit. */
  public enum Kind {
    STORED(0),
    DEPARTURE_CHANGED(1),
    WITHDRAWN(2);

    private static final Kind[] BY_CODE = values();

    private final int code;

    Kind(int code) {
      this.code = code;
    }

    int code() {
      return code;
    }

    static Kind of(int code) {
      return BY_CODE[code];
    }
  }
}
