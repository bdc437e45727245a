package vn.lachan.app.tracing;

/** A contact of one subject's trace. */
public record SubjectContact(long subject, long person) {}
