package vn.lachan.app.privacy;

/** How a request came. */
public enum ReceivedBy {
  COUNTER,
  PHONE,
  LETTER,
  /** Sent by the person, who proved a phone by a one-time code. */
  ONLINE
}
