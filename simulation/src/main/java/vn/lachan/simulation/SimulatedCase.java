package vn.lachan.simulation;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An infected person, whether or not anybody knows it yet.
 *
 * @param source who infected them, null for the first of a chain
 * @param onset when symptoms begin; it may lie after the province's end. For a person without
 *     symptoms the day on which they would have begun
 * @param sampleDate null while nobody has sampled them: still untraced
 * @param isolatedAt from then on the person visits nothing; null while they move freely
 * @param chain chains count from 0
 * @param generation 0 for the first of a chain
 */
public record SimulatedCase(
    int person,
    @Nullable Integer source,
    LocalDate onset,
    @Nullable LocalDate sampleDate,
    @Nullable Instant isolatedAt,
    boolean symptomatic,
    int chain,
    int generation) {}
