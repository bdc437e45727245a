package vn.lachan.app.tracing;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A published itinerary as everybody sees it.
 *
 * @param commune with the units above
 */
public record PublicItinerary(
    UUID id,
    String place,
    String address,
    String commune,
    Instant from,
    Instant to,
    String instructions,
    @Nullable String instructionsEnglish,
    Instant publishedAt) {
  /** In the reader's language, where there is such a text. */
  public String instructions(String language) {
    return language.equals("en") && instructionsEnglish != null
        ? instructionsEnglish
        : instructions;
  }
}
