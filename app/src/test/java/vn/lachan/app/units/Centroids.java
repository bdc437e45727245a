package vn.lachan.app.units;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/**
 * Area-weighted centroids of GeoJSON polygons, reckoned in degrees: over the size of a Vietnamese
 * province the error against a projected centroid is far below the fifth decimal's use on a map.
 */
final class Centroids {
  /** Longitude between mainland Vietnam (at most 109.5°) and its two archipelagos (from 110.4°). */
  static final double EAST_OF_MAINLAND = 110;

  record Point(double longitude, double latitude) {
    boolean onMainland() {
      return longitude < EAST_OF_MAINLAND;
    }
  }

  private record Weighted(double area, double longitude, double latitude) {}

  private Centroids() {}

  /** The centroid over those polygons whose first point is wanted. */
  static Point of(JsonNode geometry, Predicate<Point> wanted) {
    var parts = new ArrayList<Weighted>();
    for (JsonNode polygon : polygons(geometry)) {
      List<Point> shell = ring(polygon.get(0));
      if (wanted.test(shell.getFirst())) {
        parts.add(weigh(shell, 1));
        for (int hole = 1; hole < polygon.size(); hole++) {
          parts.add(weigh(ring(polygon.get(hole)), -1));
        }
      }
    }
    double area = parts.stream().mapToDouble(Weighted::area).sum();
    return new Point(
        parts.stream().mapToDouble(part -> part.area * part.longitude).sum() / area,
        parts.stream().mapToDouble(part -> part.area * part.latitude).sum() / area);
  }

  private static List<JsonNode> polygons(JsonNode geometry) {
    JsonNode coordinates = geometry.get("coordinates");
    return geometry.get("type").asString().equals("Polygon")
        ? List.of(coordinates)
        : coordinates.valueStream().toList();
  }

  private static List<Point> ring(JsonNode positions) {
    return positions
        .valueStream()
        .map(position -> new Point(position.get(0).asDouble(), position.get(1).asDouble()))
        .toList();
  }

  /** The shoelace formula about the ring's first point, which keeps the products small. */
  private static Weighted weigh(List<Point> ring, int sign) {
    Point origin = ring.getFirst();
    double doubled = 0;
    double longitudes = 0;
    double latitudes = 0;
    for (int i = 0; i + 1 < ring.size(); i++) {
      double x1 = ring.get(i).longitude - origin.longitude;
      double y1 = ring.get(i).latitude - origin.latitude;
      double x2 = ring.get(i + 1).longitude - origin.longitude;
      double y2 = ring.get(i + 1).latitude - origin.latitude;
      double cross = x1 * y2 - x2 * y1;
      doubled += cross;
      longitudes += (x1 + x2) * cross;
      latitudes += (y1 + y2) * cross;
    }
    return new Weighted(
        sign * Math.abs(doubled) / 2,
        origin.longitude + longitudes / (3 * doubled),
        origin.latitude + latitudes / (3 * doubled));
  }
}
