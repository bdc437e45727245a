package vn.lachan.app.tracing;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lachan.app.places.PlaceCard;

/**
 * A published itinerary as officers see it.
 *
 * @param unit that of the place when it was published
 * @param publishedBy the officer's shown name
 * @param withdrawn null while it stands
 */
public record Itinerary(
    UUID publicId,
    PlaceCard place,
    int unit,
    Instant from,
    Instant to,
    String instructionsVi,
    @Nullable String instructionsEn,
    Instant publishedAt,
    String publishedBy,
    @Nullable Withdrawn withdrawn,
    State state) {
  /** Who took it back, when and why. */
  public record Withdrawn(Instant at, String by, String reason) {}

  /** Whether the public sees it. */
  public enum State {
    SHOWN,
    PAST,
    WITHDRAWN
  }
}
