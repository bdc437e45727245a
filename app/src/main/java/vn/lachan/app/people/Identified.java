package vn.lachan.app.people;

/**
 * Whom a claim turned out to speak of. Nothing of it may be shown to whoever made the claim.
 *
 * @param person the number of the record, which may be an alias of another
 * @param isNew whether the record was made by this claim
 * @param possibleDuplicate whether this claim left something for the commune to settle
 */
public record Identified(long person, boolean isNew, boolean possibleDuplicate) {}
