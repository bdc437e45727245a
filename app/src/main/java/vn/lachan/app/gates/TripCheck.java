package vn.lachan.app.gates;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.lachan.app.kernel.Refusal;

/** Whether what a keeper entered can be a trip. */
final class TripCheck {
  /** In the order in which pages offer them. */
  static final List<String> VEHICLES =
      List.of("motorbike", "car", "truck", "coach", "bus", "ambulance", "on-foot", "other");

  static final List<String> ROLES = List.of("driver", "assistant", "passenger");

  /** Without a plate. */
  static final String ON_FOOT = "on-foot";

  private static final Set<String> RESULTS = Set.of("negative", "positive");
  private static final int WHERE_MOST = 120;
  private static final int NOTE_MOST = 200;
  private static final int PERMIT_MOST = 40;
  private static final int ROW_MOST = 60;
  private static final int DOSES_MOST = 9;

  private TripCheck() {}

  static void require(GateBody.Trip trip, CheckpointRules rules, int peopleMost) {
    boolean wrong =
        !VEHICLES.contains(trip.vehicle())
            || !Set.of("in", "out").contains(trip.direction())
            || isLonger(trip.origin(), WHERE_MOST)
            || isLonger(trip.destination(), WHERE_MOST)
            || isLonger(trip.note(), NOTE_MOST);
    if (wrong) {
      throw Refusal.invalid("gates.refused.unreadable");
    }
    if (trip.people().isEmpty() || trip.people().size() > peopleMost) {
      throw Refusal.invalid("gates.refused.trip-people", peopleMost);
    }
    if (!isDecided(trip, rules)) {
      throw Refusal.invalid("gates.refused.trip-decision");
    }
    trip.people().forEach(each -> require(each, rules));
  }

  private static boolean isDecided(GateBody.Trip trip, CheckpointRules rules) {
    if (trip.decision().equals(TripDecision.LET_THROUGH.code())) {
      return trip.reason() == null;
    }
    return rules.reasons().stream()
        .anyMatch(
            reason ->
                reason.code().equals(trip.reason())
                    && reason.decision().code().equals(trip.decision()));
  }

  private static void require(GateBody.Traveller each, CheckpointRules rules) {
    boolean knownTest =
        each.test() == null
            || (rules.tests().stream().anyMatch(test -> test.code().equals(each.test()))
                && each.result() != null
                && RESULTS.contains(each.result()));
    boolean right =
        ROLES.contains(each.role())
            && isWithin(each.row(), 1, ROW_MOST)
            && isWithin(each.doses(), 0, DOSES_MOST)
            && !isLonger(each.permit(), PERMIT_MOST)
            && knownTest;
    if (!right) {
      throw Refusal.invalid("gates.refused.trip-papers");
    }
  }

  private static boolean isWithin(@Nullable Integer value, int least, int most) {
    return value == null || (value >= least && value <= most);
  }

  private static boolean isLonger(@Nullable String text, int most) {
    return text != null && text.length() > most;
  }
}
