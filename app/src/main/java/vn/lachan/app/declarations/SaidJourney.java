package vn.lachan.app.declarations;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The ride or flight that somebody tells of.
 *
 * @param kind of vehicle, as the form codes it
 * @param vehicle keyed hash of its number; null where none was given
 * @param seat as written, in capitals; null where it says no row
 * @param day of departure
 * @param from the commune of departure, {@code to} of arrival; null where the words mean none
 */
record SaidJourney(
    String kind,
    @Nullable Long vehicle,
    @Nullable String seat,
    @Nullable Integer seatRow,
    LocalDate day,
    @Nullable Integer from,
    @Nullable Integer to) {}
