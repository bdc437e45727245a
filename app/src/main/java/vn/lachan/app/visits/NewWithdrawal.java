package vn.lachan.app.visits;

/**
 * A visit that somebody takes back. The key stays known, so that the visit is refused when a device
 * sends it again.
 *
 * @param reason a few words without identity
 */
public record NewWithdrawal(
    long person, long place, long enteredAt, long withdrawnBy, String reason)
    implements VisitMessage {
  @Override
  public long at() {
    return enteredAt;
  }
}
