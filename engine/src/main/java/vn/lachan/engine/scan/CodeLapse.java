package vn.lachan.engine.scan;

/** Why the times in a signed code do not fit the moment at which it is shown. */
public enum CodeLapse {
  /** Its first day is still to come: a clock is wrong, here or where it was made. */
  NOT_YET,
  /** Its last day is over. */
  EXPIRED,
  /** The device proved another half minute: a picture of a screen, or a wrong clock. */
  STALE
}
