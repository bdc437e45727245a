package vn.lachan.app.visits;

/**
 * The place's hours or the minutes of its kind are others than when the visit was stored, and so is
 * the latest second at which its visitor is taken to be gone. Changes nothing but what is inferred.
 */
public record NewLimit(long person, long place, long enteredAt, long departsBy)
    implements VisitMessage {
  public NewLimit {
    if (departsBy <= enteredAt || departsBy - enteredAt > VisitRules.LONGEST_SECONDS) {
      throw new IllegalArgumentException("A stay lasts from one second to 24 hours");
    }
  }

  @Override
  public long at() {
    return enteredAt;
  }
}
