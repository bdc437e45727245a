package vn.lachan.app.tracing;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an officer makes public.
 *
 * @param place public id
 * @param from the window is [from, to)
 * @param instructionsVi what whoever was there should do
 * @param instructionsEn the same in English; empty or null where only Vietnamese was written
 */
public record NewItinerary(
    UUID place, Instant from, Instant to, String instructionsVi, @Nullable String instructionsEn) {}
