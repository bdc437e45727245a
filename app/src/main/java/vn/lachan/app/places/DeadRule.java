package vn.lachan.app.places;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What counts as a dead point from {@code validFrom} to {@code validTo}: an open place whose code
 * nobody scanned for {@code days} days and that was open for all of them.
 */
public record DeadRule(
    LocalDate validFrom, @Nullable LocalDate validTo, int days, String document, String note) {}
