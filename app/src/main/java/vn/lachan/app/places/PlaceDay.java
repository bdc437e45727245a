package vn.lachan.app.places;

import java.time.LocalDate;

/** A place on a day as it is counted in Viet Nam, from midnight to midnight. */
public record PlaceDay(long place, LocalDate day) {}
