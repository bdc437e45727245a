package vn.lachan.app.tracing;

import java.time.Instant;

/** A published place and window by the number of its place, for other modules of the program. */
public record PublicWindow(long place, String name, Instant from, Instant to) {}
