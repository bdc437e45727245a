package vn.lachan.app.privacy;

/** Why a request of a person is refused, wholly or in part. */
public enum RefusalReason {
  /** The data must be kept while a case with this person is open. */
  OPEN_CASE,
  /** The processing rests on a duty of the office in an epidemic, not on consent. */
  EPIDEMIC_DUTY,
  /** Who asks could not be shown to be the person. */
  NOT_IDENTIFIED,
  /** It would tell somebody about somebody else. */
  OTHERS_RIGHTS,
  /** Nothing is held about the person. */
  NOTHING_HELD,
  /** What is asked is not so: the data are right as they stand. */
  UNFOUNDED
}
