package vn.lachan.app.places;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Where a place was, up to a moment. */
public record FormerLocation(
    String address, int unit, @Nullable Point location, boolean exact, Instant until) {}
