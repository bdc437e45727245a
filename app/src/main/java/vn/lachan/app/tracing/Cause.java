package vn.lachan.app.tracing;

/** Why a contact changed. Stored as its name; {@code tracing.cause.…} says it. */
public enum Cause {
  /** A visit arrived after the computation. */
  LATE_VISIT,
  /** A visit was withdrawn. */
  WITHDRAWAL,
  /** A departure became known or another one was inferred. */
  DEPARTURE,
  /** Records were joined to one person, or taken apart. */
  MERGE,
  /** The dates of the case were changed. */
  CASE_CHANGED,
  /** Time passed: the index case is not isolated, or a household was recorded. */
  REFRESHED
}
