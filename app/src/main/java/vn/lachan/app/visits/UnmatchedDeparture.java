package vn.lachan.app.visits;

import java.time.Instant;
import java.util.UUID;

/** A check-out whose entry never came. */
public record UnmatchedDeparture(UUID person, String name, Instant leftAt, CaptureWay way) {}
