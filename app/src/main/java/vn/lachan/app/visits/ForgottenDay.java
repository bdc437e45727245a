package vn.lachan.app.visits;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A day that was destroyed, and what went with it.
 *
 * @param run the run that did it
 * @param arrivals groups of the received order up to the end of the day
 */
public record ForgottenDay(
    LocalDate day,
    long run,
    long visits,
    long departures,
    long withdrawn,
    long arrivals,
    long bytes,
    Instant at) {}
