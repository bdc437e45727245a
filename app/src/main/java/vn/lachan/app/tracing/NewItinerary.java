package vn.lachan.app.tracing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an officer makes public.
 *
 * @param place code or public id of the place
 * @param instructions what whoever was there should do, in Vietnamese
 * @param instructionsEnglish the same in English; null for none
 */
public record NewItinerary(
    String place,
    Instant from,
    Instant to,
    String instructions,
    @Nullable String instructionsEnglish) {}
