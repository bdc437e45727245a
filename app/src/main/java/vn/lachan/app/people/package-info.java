/**
 * Persons: how one is found again, what is known of them, and how that is sealed and destroyed.
 * Identity lies encrypted under a random key a person; exact look-up goes through keyed hashes; a
 * merge is one row in {@code alias}, nothing else is rewritten. Person numbers stay inside the
 * program; pages, API and exports use random public ids.
 *
 * <p>Owns the schema {@code people}: person, lookup, phone, device, alias, merge_log,
 * possible_duplicate, correction, household, household_member, residence, destruction,
 * destruction_entry, name_index, name_search, code_key, issued_code, national_code. Publishes
 * {@link vn.lachan.app.people.PersonMerged}, {@link vn.lachan.app.people.PersonDestroyed}, {@link
 * vn.lachan.app.people.HouseholdChanged} and {@link vn.lachan.app.people.ResidenceChanged}. What
 * other modules hold of a person they may seal with the person's own key: {@link
 * vn.lachan.app.people.PersonSeals}.
 */
@NullMarked
@ApplicationModule(
    displayName = "People",
    allowedDependencies = {"kernel", "audit", "units", "access", "messaging", "program"})
package vn.lachan.app.people;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
