package vn.lachan.app.visits;

import java.util.Locale;

/** Why a visit is taken back; a choice, so that nobody types a name into the record. */
public enum WithdrawalReason {
  WRONG_PERSON,
  WRONG_PLACE,
  WRONG_TIME,
  SENT_TWICE,
  TEST;

  /** As stored, in the API and, after {@code visits.withdrawal.}, as a message key. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
