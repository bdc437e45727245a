package vn.lachan.app.people;

/**
 * Two records became one person, or ceased to be: readers resolve the aliases anew.
 *
 * @param undone whether a merge was taken back
 */
public record PersonMerged(long person, long sameAs, boolean undone) {}
