package vn.lachan.app.casework;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Open cases confirmed on these days, both included, within a unit; null for all in reach. */
public record RunChoice(LocalDate from, LocalDate to, @Nullable Integer unit) {}
