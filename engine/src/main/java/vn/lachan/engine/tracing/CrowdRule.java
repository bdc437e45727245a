package vn.lachan.engine.tracing;

import java.util.List;
import java.util.Optional;

/**
 * From how many visitors on a place is a crowd that a trace reports instead of listing, and what
 * was decided about crowds. Of two decisions that meet a crowd the later in the list counts.
 *
 * @param visitors most visitors of one place during one span of exposure who are listed without
 *     being asked about
 */
public record CrowdRule(int visitors, List<CrowdDecision> decisions) {
  /** Everybody is listed, however many. */
  public static final CrowdRule NONE = new CrowdRule(Integer.MAX_VALUE, List.of());

  public CrowdRule {
    decisions = List.copyOf(decisions);
    if (visitors < 1) {
      throw new IllegalArgumentException("a crowd begins above at least one, not " + visitors);
    }
  }

  Optional<CrowdDecision> decision(PlaceWindow window) {
    return decisions.reversed().stream().filter(decision -> decision.meets(window)).findFirst();
  }
}
