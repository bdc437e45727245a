package vn.lachan.app.visits;

import java.util.OptionalLong;

/**
 * The departure that nobody scanned: the earliest of the next check-in elsewhere, the place's
 * closing and its type's dwell, never over 24 hours. A pure function, so that whatever changes it
 * is simply computed again. Times are epoch seconds.
 */
public final class InferredDeparture {
  private static final long MINUTE_SECONDS = 60;

  private InferredDeparture() {}

  /**
   * What the place alone says: the latest moment at which the visitor is taken to be gone.
   *
   * @param closingAt when the opening ends in which the visit began; empty where the place never
   *     closes or was closed already
   * @param dwellMinutes how long such a visit lasts by the rules of that day
   */
  public static long latest(long enteredAt, OptionalLong closingAt, int dwellMinutes) {
    long dwelt = enteredAt + Math.min(dwellMinutes * MINUTE_SECONDS, VisitRules.LONGEST_SECONDS);
    long closing = closingAt.orElse(Long.MAX_VALUE);
    return Math.max(enteredAt + 1, closing > enteredAt ? Math.min(dwelt, closing) : dwelt);
  }

  /**
   * The inferred departure.
   *
   * @param departsBy what {@link #latest} answered
   * @param nextElsewhere the person's next check-in at another place, later than {@code enteredAt}
   */
  public static long of(long departsBy, OptionalLong nextElsewhere) {
    return nextElsewhere.isPresent() ? Math.min(departsBy, nextElsewhere.getAsLong()) : departsBy;
  }
}
