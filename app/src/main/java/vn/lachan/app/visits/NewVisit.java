package vn.lachan.app.visits;

import org.jspecify.annotations.Nullable;

/**
 * A visit that begins.
 *
 * @param enteredAt epoch seconds, corrected by the device's clock correction
 * @param departsBy the latest moment at which an unscanned departure is inferred: the earlier of
 *     the place's closing and its type's dwell, on the day the visit began; within 24 hours
 * @param departure when it was scanned or keyed with the visit; else null
 * @param closed the place was closed at that hour, which is recorded and not refused
 */
public record NewVisit(
    long person,
    long place,
    long enteredAt,
    long departsBy,
    @Nullable Departure departure,
    boolean closed,
    Capture capture)
    implements VisitMessage {
  public NewVisit {
    if (departsBy <= enteredAt || departsBy > enteredAt + VisitRules.LONGEST_SECONDS) {
      throw new IllegalArgumentException("departsBy must be within 24 hours after the entry");
    }
    if (departure != null
        && (departure.leftAt() <= enteredAt
            || departure.leftAt() > enteredAt + VisitRules.LONGEST_SECONDS)) {
      throw new IllegalArgumentException("A departure must be within 24 hours after the entry");
    }
  }

  @Override
  public long at() {
    return enteredAt;
  }

  /** A departure that somebody scanned or keyed. */
  public record Departure(long leftAt, DepartureKind kind) {
    public Departure {
      if (kind == DepartureKind.INFERRED) {
        throw new IllegalArgumentException("An inferred departure is never sent");
      }
    }
  }
}
