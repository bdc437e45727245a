package vn.lachan.app.declarations;

import java.util.Locale;

/** How a declaration came. The names are stored. */
public enum DeclarationWay {
  /** By the person. */
  OWN,
  /** By another, for the person ("khai hộ"). */
  BEHALF,
  /** At a gate. */
  GATE,
  /** From a sheet of paper that somebody keyed in. */
  PAPER,
  /** From another system. */
  API;

  /** The message key of its name. */
  public String key() {
    return "declarations.way." + name().toLowerCase(Locale.ROOT);
  }
}
