package vn.lachan.app.casework;

/** What became of a contact. Stored as its name. */
public enum FollowUp {
  TO_REACH(false),
  REACHED(true),
  /** Another person, or not a contact after all. */
  NOT_A_CONTACT(true),
  ISOLATED(true),
  /** Tried in vain; the task stays. */
  UNREACHABLE(false);

  private final boolean finished;

  FollowUp(boolean finished) {
    this.finished = finished;
  }

  /** Whether nobody needs to call any more. */
  public boolean finished() {
    return finished;
  }
}
