package vn.lachan.app.people;

/**
 * A person lives in another commune or at another address than was known; published in the
 * transaction that wrote it.
 */
public record ResidenceChanged(long person) {}
