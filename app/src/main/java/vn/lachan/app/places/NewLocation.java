package vn.lachan.app.places;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Where a place moves.
 *
 * @param unit the commune
 * @param location null puts it at the middle of its commune, marked as approximate
 * @param from the first day at the new address
 */
public record NewLocation(String address, int unit, @Nullable Point location, LocalDate from) {}
