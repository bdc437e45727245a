package vn.lachan.app.paper;

import java.util.Locale;

/** Why a sheet will never be keyed. The names are stored; the order is that of the digits. */
public enum VoidReason {
  /** Left empty. */
  BLANK,
  /** Nobody can read it. */
  ILLEGIBLE,
  /** Too much was left out for it to be taken. */
  INCOMPLETE,
  /** The sheet is gone. */
  LOST,
  /** Spoiled in print. */
  MISPRINTED;

  public String key() {
    return "paper.void." + name().toLowerCase(Locale.ROOT);
  }
}
