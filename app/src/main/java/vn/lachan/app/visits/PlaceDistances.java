package vn.lachan.app.visits;

import java.time.Clock;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lachan.app.places.PlaceCard;
import vn.lachan.app.places.Places;
import vn.lachan.app.places.Point;

/** Distances between places whose locations are exact, kept for some minutes. */
@Component
class PlaceDistances implements Distances {
  private static final double EARTH_METRES = 6_371_000;
  private static final long KEPT_MILLIS = 600_000;
  private static final int KEPT_MOST = 100_000;

  private final Places places;
  private final Clock clock;
  private final ConcurrentHashMap<Long, Kept> kept = new ConcurrentHashMap<>();

  private record Kept(@Nullable Point point, long untilMillis) {}

  PlaceDistances(Places places, Clock clock) {
    this.places = places;
    this.clock = clock;
  }

  @Override
  public double metres(long from, long to) {
    Point one = exactLocation(from);
    Point other = exactLocation(to);
    return one == null || other == null ? 0 : metres(one, other);
  }

  /** On a sphere; half a percent wrong at most, which no speed limit notices. */
  static double metres(Point one, Point other) {
    double latitude = Math.toRadians(other.latitude() - one.latitude());
    double longitude = Math.toRadians(other.longitude() - one.longitude());
    double middle = Math.toRadians((one.latitude() + other.latitude()) / 2);
    double across = longitude * Math.cos(middle);
    return EARTH_METRES * Math.sqrt(latitude * latitude + across * across);
  }

  private @Nullable Point exactLocation(long place) {
    long now = clock.millis();
    Kept found = kept.get(place);
    if (found == null || found.untilMillis() <= now) {
      if (kept.size() >= KEPT_MOST) {
        kept.clear();
      }
      Point point =
          places.find(place).filter(PlaceCard::locationExact).map(PlaceCard::location).orElse(null);
      found = new Kept(point, now + KEPT_MILLIS);
      kept.put(place, found);
    }
    return found.point();
  }
}
