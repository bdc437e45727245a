package vn.lachan.engine.tracing;

/** A place and a span [from, to) in epoch seconds in which being there may have exposed people. */
public record PlaceWindow(long place, long from, long to) {}
