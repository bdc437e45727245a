package vn.lachan.app.privacy;

/** How it was made sure that the one who asks is the one whose data it is. */
public enum IdentityCheck {
  /** A document with a picture was seen. */
  DOCUMENT,
  /** A code sent to a phone of the person came back. */
  PHONE_CODE,
  /** The person was called on a phone that was known before. */
  CALL_BACK,
  /** Somebody acts for the person and showed that they may. */
  REPRESENTATIVE
}
