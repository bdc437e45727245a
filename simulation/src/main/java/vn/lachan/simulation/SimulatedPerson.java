package vn.lachan.simulation;

import org.jspecify.annotations.Nullable;

/**
 * A person of the synthetic province. Indexes run from 0 without gaps; people of one household
 * follow each other.
 *
 * @param phone digits with the country code (84...), from blocks that no operator has, so that a
 *     drill never reaches a subscriber; null for people without one; one phone may serve a family
 * @param citizenNumber 12 digits that agree with sex and birth year, null for people without one
 */
public record SimulatedPerson(
    int index,
    String fullName,
    int birthYear,
    Sex sex,
    @Nullable String phone,
    @Nullable String citizenNumber,
    int household,
    String address,
    int communeUnitId) {}
