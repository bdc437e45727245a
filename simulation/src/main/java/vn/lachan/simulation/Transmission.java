package vn.lachan.simulation;

import java.time.Instant;

/** The truth of one infection: both people were at the place at that moment. */
public record Transmission(int source, int target, int place, Instant at) {}
