package vn.lachan.app.gates;

import java.util.Locale;

/** What became of a vehicle at a checkpoint. Stored as its name. */
public enum TripDecision {
  LET_THROUGH,
  REFUSED,
  /** To testing, isolation or the health station. */
  SENT_ON;

  /** As devices, addresses and message keys write it. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static TripDecision of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
