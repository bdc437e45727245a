package vn.lachan.app.paper;

import java.util.Locale;

/** How far a sheet is. */
public enum SheetState {
  /** Printed, in nobody's batch. */
  BLANK,
  /** In a batch, not keyed. */
  GIVEN,
  /** Keyed once where two keyings are wanted. */
  ONCE,
  /** Keyed twice, and read differently. */
  DIFFERENT,
  /** A declaration. */
  TAKEN,
  /** Will never be keyed. */
  VOID;

  public String key() {
    return "paper.state." + name().toLowerCase(Locale.ROOT);
  }
}
