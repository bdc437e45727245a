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
  /** People moved in together, or apart, or a record of it was corrected. */
  HOUSEHOLD,
  /** What a place is like was corrected: indoors, outdoors or a vehicle. */
  PLACE,
  /** Somebody decided about a crowd, or took a decision back. */
  CROWD,
  /** The dates of the case were changed. */
  CASE_CHANGED,
  /** Time passed: the index case is not isolated. */
  REFRESHED
}
