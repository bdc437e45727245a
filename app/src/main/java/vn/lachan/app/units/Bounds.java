package vn.lachan.app.units;

import vn.lachan.app.kernel.Refusal;

/** A rectangle of the map, degrees of WGS 84. */
public record Bounds(double west, double south, double east, double north) {
  /**
   * Errors: {@code units.refused.bounds}.
   *
   * @throws Refusal where it is empty, or lies beyond the earth
   */
  public Bounds {
    boolean real =
        west >= -180 && east <= 180 && south >= -90 && north <= 90 && west < east && south < north;
    if (!real) {
      throw Refusal.invalid("units.refused.bounds");
    }
  }

  boolean contains(Location location) {
    return location.latitude() >= south
        && location.latitude() <= north
        && location.longitude() >= west
        && location.longitude() <= east;
  }
}
