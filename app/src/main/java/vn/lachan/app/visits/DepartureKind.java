package vn.lachan.app.visits;

/** How a departure is known; a later kind wins. Stored as its ordinal. */
public enum DepartureKind {
  INFERRED,
  KEYED,
  SCANNED
}
