package vn.lachan.engine.form;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How much a declaration worries, the least first: the colours that officials use. */
public enum WarningLevel {
  GREEN,
  YELLOW,
  ORANGE,
  RED;

  /** The word in rules and messages: green, yellow, orange, red. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static @Nullable WarningLevel of(String code) {
    for (WarningLevel level : values()) {
      if (level.code().equals(code)) {
        return level;
      }
    }
    return null;
  }
}
