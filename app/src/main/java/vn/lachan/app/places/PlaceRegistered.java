package vn.lachan.app.places;

import java.time.Instant;

/** A place was registered and waits for approval or is open already. */
public record PlaceRegistered(long place, int unit, String type, Instant at) {}
