package vn.lachan.app.visits;

/** Limits of a visit that no setting changes. */
public final class VisitRules {
  /** No visit is longer: living somewhere is a residence. */
  public static final long LONGEST_SECONDS = 24 * 3_600L;

  private VisitRules() {}
}
