package vn.lachan.app.units;

import java.util.List;

/**
 * A unit as it was called until 30 June 2025, with what it is today.
 *
 * @param today the communes it went into, the one that took it whole first; empty where that is not
 *     known
 */
public record FormerUnit(Unit former, List<Unit> today) {
  public FormerUnit {
    today = List.copyOf(today);
  }
}
