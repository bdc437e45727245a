package vn.lachan.app.places;

import java.util.Arrays;
import java.util.Locale;
import vn.lachan.app.kernel.Refusal;

/** A figure that leads to the list of places behind it. */
public enum CoverageFigure {
  /** Registered or waiting. */
  MUST,
  REGISTERED,
  WAITING,
  ACTIVE,
  /** Registered, not scanned in the period. */
  IDLE,
  DEAD,
  NEVER,
  SILENT,
  /** Registered, with a number of visitors expected a day. */
  EXPECTING;

  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static CoverageFigure of(String key) {
    return Arrays.stream(values())
        .filter(figure -> figure.key().equals(key))
        .findFirst()
        .orElseThrow(() -> Refusal.invalid("places.refused.coverage-figure"));
  }
}
