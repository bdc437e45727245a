package vn.lachan.app.places;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How a place's code was used on a day.
 *
 * @param visits entries that began on the day; 0 where nobody came
 * @param visitors different person records among them: one who scans twice counts once
 * @param lastAt when the last of them came; null where nobody did
 */
public record DayActivity(
    long place, LocalDate day, int visits, int visitors, @Nullable Instant lastAt) {}
