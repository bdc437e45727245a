package vn.lachan.app.tracing;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What everybody may know.
 *
 * @param place name of the place
 * @param unit the commune of the place
 */
public record PublicItinerary(
    UUID id,
    String place,
    String address,
    int unit,
    Instant from,
    Instant to,
    String instructionsVi,
    @Nullable String instructionsEn,
    Instant publishedAt) {}
