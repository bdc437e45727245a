package vn.lachan.app.operations;

/**
 * One thing that an operator watches.
 *
 * @param key names it in messages and runbooks
 * @param state whether something has to be done
 * @param value the figure as it is now; meaningless while unknown
 * @param limit where attention begins
 * @param unit in which both are
 */
public record Check(String key, State state, double value, double limit, Unit unit) {
  /** Whether something has to be done. */
  public enum State {
    ATTENTION,
    UNKNOWN,
    GOOD
  }

  /** In what a figure is counted. */
  public enum Unit {
    COUNT,
    SECONDS,
    HOURS,
    DAYS,
    PERCENT
  }
}
