package vn.lachan.app.visits;

/** Doubts about a stored visit, as bits; none is a reason to refuse it. */
public final class VisitFlags {
  /** The place was closed at that hour. */
  public static final int CLOSED_HOUR = 1;

  /** The device's clock was more than ten minutes off. */
  public static final int CLOCK_OFF = 2;

  /** Nobody travels this fast between the two places. */
  public static final int TOO_FAST = 4;

  private VisitFlags() {}
}
