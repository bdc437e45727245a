package vn.lachan.app.casework;

/** Why a follow-up ended as it did; a choice, since a text of its own could hold identity. */
public enum FollowUpReason {
  NO_ANSWER,
  WRONG_NUMBER,
  MOVED_AWAY,
  NOT_THERE_THEN,
  WRONG_PERSON,
  REFUSED,
  IN_HOSPITAL,
  ISOLATED_ALREADY
}
