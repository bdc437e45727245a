package vn.lachan.engine.tracing;

/** A person from whom others may have caught the disease in [from, to), epoch seconds. */
public record PersonWindow(long person, long from, long to) {}
