package vn.lachan.app.tracing;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lachan.engine.tracing.PlaceWindow;

/** A row of itineraries. */
record StoredItinerary(
    long number,
    UUID publicId,
    long place,
    int unit,
    Instant from,
    Instant to,
    String instructionsVi,
    @Nullable String instructionsEn,
    Instant publishedAt,
    long publishedBy,
    @Nullable Instant withdrawnAt,
    long withdrawnBy,
    @Nullable String withdrawnFor) {
  PlaceWindow window() {
    return new PlaceWindow(place, from.getEpochSecond(), to.getEpochSecond());
  }

  Itinerary.State state(Instant shownSince) {
    if (withdrawnAt != null) {
      return Itinerary.State.WITHDRAWN;
    }
    return to.isAfter(shownSince) ? Itinerary.State.SHOWN : Itinerary.State.PAST;
  }
}
