package vn.lachan.app.casework;

/** Why a case was closed. Stored as its name. */
public enum CaseStateReason {
  /** All contacts were followed up. */
  DONE,
  /** The result was wrong. */
  NOT_A_CASE,
  /** Opened twice. */
  DUPLICATE,
  /** Handed to another authority. */
  HANDED_OVER
}
