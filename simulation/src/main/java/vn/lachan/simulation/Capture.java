package vn.lachan.simulation;

/** How a visit came to be recorded: the values of a visit's capture byte. */
public final class Capture {
  /** The visitor scanned the place's code. */
  public static final byte SELF_SCAN = 1;

  /** A keeper scanned the visitor's code or card. */
  public static final byte KEEPER_SCAN = 2;

  /** Keyed in from a paper form. */
  public static final byte PAPER = 3;

  private Capture() {}
}
