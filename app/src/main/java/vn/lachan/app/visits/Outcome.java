package vn.lachan.app.visits;

/** What became of a message. Every one but {@link #FAILED} is durable and final. */
public enum Outcome {
  /** A visit that was not known. */
  STORED,
  /** It was known already; nothing changed. */
  ALREADY,
  /** The check-out closed a visit. */
  DEPARTED,
  /** The check-out waits for its entry. */
  WAITING,
  /** The visit was moved to the withdrawn ones. */
  WITHDRAWN,
  /** The visit was withdrawn before; it is not stored again. */
  WITHDRAWN_EARLIER,
  /** Nobody stored that visit; the withdrawal is kept, should the visit come. */
  UNKNOWN,
  /** The database refused this one message. */
  FAILED
}
