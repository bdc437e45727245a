package vn.lachan.app.tracing;

/** What a computation compares of a row of {@code tracing.contact}; epoch seconds. */
record StoredContact(
    long person,
    int generation,
    boolean casual,
    long minutes,
    long firstAt,
    long lastAt,
    long via,
    long evidence,
    boolean withdrawn) {}
