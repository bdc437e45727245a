package vn.lachan.engine.scan;

/** What is doubtful about an accepted code; parameters stand in each comment as {0}, {1}. */
public enum WarningCode {
  /** The number says born in {0}, the card says {1}. */
  BIRTH_YEAR_CONTRADICTS_NUMBER,
  /** The number says sex {0}, the card says {1}; both are names of {@link Sex}. */
  SEX_CONTRADICTS_NUMBER,
  /** The card was issued on {0}, before the birth on {1}. */
  ISSUED_BEFORE_BIRTH,
  /** An insurance card was read by a layout that no document at hand confirms. */
  INSURANCE_LAYOUT_UNCONFIRMED,
  /** The phone number inside the code cannot be read and was left out. */
  PHONE_UNREADABLE,
  /** The sex inside the code cannot be read and was left out. */
  SEX_UNREADABLE
}
