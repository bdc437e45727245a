package vn.lachan.app.privacy;

import org.jspecify.annotations.Nullable;

/** What a person may ask about their own data. */
public enum RequestKind {
  ACCESS,
  CORRECTION,
  DELETION,
  RESTRICTION,
  WITHDRAWAL,
  /** Answered under the law on complaints; the data-protection documents known give no period. */
  COMPLAINT;

  /** The period in which it is answered; null where none is known. */
  @Nullable Duty decision(boolean thirdParties) {
    return switch (this) {
      case ACCESS -> Duty.ACCESS;
      case CORRECTION -> Duty.CORRECTION;
      case DELETION -> Duty.DELETION;
      case RESTRICTION -> thirdParties ? Duty.RESTRICTION_BY_OTHERS : Duty.RESTRICTION;
      case WITHDRAWAL -> thirdParties ? Duty.WITHDRAWAL_BY_OTHERS : Duty.WITHDRAWAL;
      case COMPLAINT -> null;
    };
  }

  /** Whether granting it acts on the data of one person, who must then be known. */
  boolean needsPerson() {
    return this != COMPLAINT;
  }
}
