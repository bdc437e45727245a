package vn.lachan.app.people;

import java.time.Instant;

/**
 * Two persons who lived together during [from, to), cut to the time that was asked for. Both
 * numbers are of canonical records and differ.
 *
 * @param personA one of the persons that were asked for
 */
public record HouseholdLink(
    long personA, long personB, HouseholdKind kind, Instant from, Instant to) {}
