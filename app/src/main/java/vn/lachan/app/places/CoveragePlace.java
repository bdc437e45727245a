package vn.lachan.app.places;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A place behind a figure.
 *
 * @param visits entries in the period
 * @param visitors different persons among them, day by day
 * @param expected visitors expected on a day; null where nobody said
 * @param lastDay the last day on which its code was scanned; null for never
 */
public record CoveragePlace(
    PlaceRow place,
    long visits,
    long visitors,
    @Nullable Integer expected,
    @Nullable LocalDate lastDay) {}
