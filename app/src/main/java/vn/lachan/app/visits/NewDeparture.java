package vn.lachan.app.visits;

/**
 * A check-out: closes the person's visits at the place that are open at {@code leftAt} (epoch
 * seconds). Before its entry has come it waits.
 */
public record NewDeparture(
    long person, long place, long leftAt, DepartureKind kind, Capture capture)
    implements VisitMessage {
  public NewDeparture {
    if (kind == DepartureKind.INFERRED) {
      throw new IllegalArgumentException("An inferred departure is never sent");
    }
  }

  @Override
  public long at() {
    return leftAt;
  }
}
