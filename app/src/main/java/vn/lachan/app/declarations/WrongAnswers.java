package vn.lachan.app.declarations;

import java.util.List;

/**
 * Answers that the form does not allow: every fault with its path, so that all are shown at once.
 * Nothing was stored. Holds no answer.
 */
public final class WrongAnswers extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<AnswerFault> faults;

  WrongAnswers(List<AnswerFault> faults) {
    super(
        faults.stream().limit(5).map(WrongAnswers::named).toList().toString(), null, false, false);
    this.faults = List.copyOf(faults);
  }

  /** Which question and what is wrong with it, without what was answered. */
  private static String named(AnswerFault fault) {
    return fault.linkId() + " " + fault.code();
  }

  public List<AnswerFault> faults() {
    return faults;
  }
}
