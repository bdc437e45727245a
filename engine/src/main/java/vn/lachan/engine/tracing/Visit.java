package vn.lachan.engine.tracing;

/**
 * One stay of a person at a place, [enteredAt, leftAt) in epoch seconds. {@code departureInferred}
 * says that nobody scanned the departure. An empty stay exposes nobody.
 */
public record Visit(
    long person, long place, long enteredAt, long leftAt, boolean departureInferred) {
  public Visit {
    VisitRows.requireTime(enteredAt);
    VisitRows.requireTime(leftAt);
    if (leftAt < enteredAt) {
      throw new IllegalArgumentException("leftAt " + leftAt + " before enteredAt " + enteredAt);
    }
  }
}
