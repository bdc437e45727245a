package vn.lachan.app.declarations;

import java.util.Locale;

/** How much a declaration asks for, from nothing to a call today. The names are stored. */
public enum Level {
  GREEN,
  YELLOW,
  ORANGE,
  RED;

  /** The message key of its name. */
  public String key() {
    return "declarations.level." + name().toLowerCase(Locale.ROOT);
  }
}
