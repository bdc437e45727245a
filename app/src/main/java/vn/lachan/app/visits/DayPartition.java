package vn.lachan.app.visits;

import java.time.LocalDate;

/**
 * A day that is held.
 *
 * @param visits as the database estimates them; exact after the day was vacuumed
 * @param bytes on disk with its indexes
 */
public record DayPartition(LocalDate day, long visits, long bytes) {}
