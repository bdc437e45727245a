package vn.lachan.app.visits;

import java.util.List;

/** The outcome of each message of a group, in the group's order. */
public record AppendResult(List<Outcome> outcomes) {
  public AppendResult {
    outcomes = List.copyOf(outcomes);
  }

  /** How many messages ended so. */
  public long count(Outcome outcome) {
    return outcomes.stream().filter(one -> one == outcome).count();
  }
}
