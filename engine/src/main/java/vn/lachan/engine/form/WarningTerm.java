package vn.lachan.engine.form;

import java.util.List;

/** What a warning rule asks: conditions and scores, joined by all and any. */
sealed interface WarningTerm {
  record All(List<WarningTerm> terms) implements WarningTerm {}

  record Any(List<WarningTerm> terms) implements WarningTerm {}

  /** About the answers to one question, wherever they stand. */
  record Asks(Condition condition) implements WarningTerm {}

  /** About a calculated question's sum, or the sum of all weights where the subject is total. */
  record Scored(Condition condition) implements WarningTerm {}

  /** About something that no answer says, such as a place being on a list: the caller's to know. */
  record Known(String fact) implements WarningTerm {}
}
