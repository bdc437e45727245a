package vn.lachan.engine.tracing;

/** What the rules need to know of a place. */
public record PlaceTraits(long place, Setting setting) {}
