package vn.lachan.app.units;

/**
 * Where a unit lies, in degrees of WGS 84: the area-weighted centroid of its polygon, or of the
 * nearest unit above it that has one. A centroid is for placing a label or a circle on a map; it
 * may lie outside a unit of a bent shape.
 */
public record Location(double latitude, double longitude, Precision precision) {
  /** Whose centroid it is. Anything but {@code OWN} is approximate and must be shown as such. */
  public enum Precision {
    OWN,
    DISTRICT,
    PROVINCE;

    static Precision of(UnitLevel level) {
      return level == UnitLevel.PROVINCE ? PROVINCE : DISTRICT;
    }
  }
}
