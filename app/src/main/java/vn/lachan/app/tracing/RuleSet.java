package vn.lachan.app.tracing;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A dated rule set as pages show it.
 *
 * @param province code of the province whose own it is; null for the whole country
 * @param validTo the first day on which it no longer holds; null while it holds
 * @param certainty what is uncertain in it or chosen by the program; empty when nothing is
 * @param drill whether it is for exercises only
 */
public record RuleSet(
    String id,
    String document,
    String title,
    String disease,
    @Nullable String province,
    LocalDate validFrom,
    @Nullable LocalDate validTo,
    String certainty,
    boolean drill,
    int generations) {}
