package vn.lachan.app.tracing;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which itineraries a list shows; null means any.
 *
 * @param day a day that the window touches
 */
public record ItineraryFilter(Itinerary.@Nullable State state, @Nullable LocalDate day) {
  public static ItineraryFilter all() {
    return new ItineraryFilter(null, null);
  }
}
