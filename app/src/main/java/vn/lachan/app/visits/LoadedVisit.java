package vn.lachan.app.visits;

import org.jspecify.annotations.Nullable;

/** A simulated visit for the demo; epoch seconds. */
public record LoadedVisit(
    long person, long place, long enteredAt, NewVisit.@Nullable Departure departure) {}
