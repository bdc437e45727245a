package vn.lachan.app.tracing;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lachan.app.places.PlaceCard;

/** A published itinerary as officers see it. */
public record Itinerary(
    UUID publicId,
    PlaceCard place,
    int unit,
    Instant from,
    Instant to,
    String instructions,
    @Nullable String instructionsEnglish,
    Instant publishedAt,
    String publishedBy,
    @Nullable Withdrawal withdrawal) {
  /** The end of its publication. */
  public record Withdrawal(Instant at, String by, String reason) {}
}
