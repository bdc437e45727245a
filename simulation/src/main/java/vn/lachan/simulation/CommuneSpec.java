package vn.lachan.simulation;

/**
 * One commune as the caller knows it. The weight is its share of the people, in any unit
 * (population, area, all ones); latitude and longitude are its middle, in degrees.
 */
public record CommuneSpec(
    int unitId, String name, double latitude, double longitude, double weight) {
  public CommuneSpec {
    if (name.isBlank()) {
      throw new IllegalArgumentException("a commune needs a name: " + unitId);
    }
    if (!(weight > 0) || Double.isInfinite(weight)) {
      throw new IllegalArgumentException("a commune needs a positive weight: " + unitId);
    }
  }
}
