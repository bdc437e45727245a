package vn.lachan.app.privacy;

/** Something the law wants done within a period. */
enum Duty {
  /** Telling a person that the request has arrived. */
  ACKNOWLEDGE,
  ACCESS,
  CORRECTION,
  DELETION,
  RESTRICTION,
  /** The same where processors or third parties must act too. */
  RESTRICTION_BY_OTHERS,
  WITHDRAWAL,
  /** The same where processors or third parties must act too. */
  WITHDRAWAL_BY_OTHERS,
  /** How much longer an answer may take, once, with a reason. */
  EXTENSION,
  /** Telling the authority of a breach. */
  BREACH_NOTIFY,
  /** Filing an impact assessment after the processing began. */
  ASSESSMENT_FILE,
  /** Looking at a filed assessment again. */
  ASSESSMENT_UPDATE
}
