package vn.lachan.app.visits;

import java.time.Instant;

/** A visit that a phone recorded, as its holder may see it. */
public record OwnVisit(long place, Instant enteredAt, Instant leftAt, boolean departureInferred) {}
