package vn.lachan.app.gates;

import java.util.List;

/**
 * What a checkpoint judges by on a day.
 *
 * @param tests how long a negative result counts
 * @param reasons why a vehicle is not let through
 */
public record CheckpointRules(List<Test> tests, List<Reason> reasons) {
  public CheckpointRules {
    tests = List.copyOf(tests);
    reasons = List.copyOf(reasons);
  }

  /** A kind of test. */
  public record Test(String code, int hours) {}

  /** A reason for one decision. */
  public record Reason(String code, TripDecision decision) {}
}
