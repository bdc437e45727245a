package vn.lachan.app.people;

/** On whose word a home is recorded. The names are stored. */
public enum SaidBy {
  /** The person. */
  PERSON,
  /** Somebody of the same household. */
  HOUSEHOLD,
  /** A document that was shown. */
  DOCUMENT,
  /** The officer has seen it at the door. */
  SEEN
}
