package vn.lachan.app.people;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A merge, taken back or not.
 *
 * @param person the record that was joined
 * @param sameAs the record that stood for it then
 * @param undoneAt null while it was not taken back
 * @param holds whether it can be taken back now
 */
public record PastMerge(
    long number,
    MaskedPerson person,
    MaskedPerson sameAs,
    MergeReason reason,
    Instant at,
    long by,
    @Nullable Instant undoneAt,
    @Nullable Long undoneBy,
    boolean holds) {}
