package vn.lachan.simulation;

import java.time.DayOfWeek;

/**
 * When a place is open on one day of the week, in minutes after local midnight, closing excluded.
 */
public record OpeningHours(DayOfWeek day, int opensMinute, int closesMinute) {}
