package vn.lachan.app.tracing;

/**
 * A united stay of a source, cut to its window; epoch seconds.
 *
 * @param generation which the source may have exposed
 * @param until end of the uncut stay with the air-out time
 */
record ExposingStay(
    int generation,
    long person,
    long place,
    long from,
    long to,
    long until,
    boolean departureInferred) {}
