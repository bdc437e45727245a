package vn.lachan.app.places;

import java.time.Instant;

/**
 * A place moved, or its move was undone: from then on it is somewhere else than was thought.
 * Published in the transaction of the move.
 */
public record PlaceMoved(long place, Instant from) {}
