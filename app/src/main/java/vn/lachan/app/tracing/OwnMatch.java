package vn.lachan.app.tracing;

import java.time.Instant;

/** A published itinerary that a visit of one's own meets. */
public record OwnMatch(PublicItinerary itinerary, Instant enteredAt, Instant leftAt) {}
