package vn.lachan.app.people;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What survives a destruction: when, by whom, why and how much, and no number of any person.
 *
 * @param by the account; 0 is the program at the end of the retention
 * @param basis the document or request it rests on
 * @param hashes of exact look-up, and sets of name tokens
 * @param stays in households and former residences
 */
public record DestructionEntry(
    long number,
    Instant at,
    long by,
    DestructionReason reason,
    @Nullable String basis,
    int persons,
    int records,
    int hashes,
    int phones,
    int devices,
    int stays) {}
