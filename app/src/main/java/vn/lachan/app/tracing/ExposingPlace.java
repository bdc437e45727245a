package vn.lachan.app.tracing;

import java.time.Instant;

/** A place where the index case exposed people: its stays there, and the contacts. */
public record ExposingPlace(
    long place,
    Instant firstFrom,
    Instant lastTo,
    int stays,
    long minutes,
    int close,
    int casual) {}
