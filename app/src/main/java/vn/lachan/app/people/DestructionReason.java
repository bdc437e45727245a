package vn.lachan.app.people;

/** Why an identity is destroyed. The names are stored and outlive it. */
public enum DestructionReason {
  RETENTION_OVER,
  REQUESTED,
  DRILL_OVER
}
