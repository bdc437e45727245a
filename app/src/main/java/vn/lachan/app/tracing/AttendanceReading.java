package vn.lachan.app.tracing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.springframework.stereotype.Component;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.app.people.People;
import vn.lachan.app.visits.VisitStore;
import vn.lachan.engine.tracing.PlaceWindow;
import vn.lachan.engine.tracing.Visit;

/** Reads who was at a place in a window, in portions and no further than a list makes sense. */
@Component
class AttendanceReading {
  private static final int PORTION = 10_000;

  private final VisitStore visits;
  private final People people;

  AttendanceReading(VisitStore visits, People people) {
    this.visits = visits;
    this.people = people;
  }

  /**
   * Everybody, by first moment.
   *
   * @throws Refusal {@code tracing.refused.itinerary-crowd}
   */
  List<Attendance> of(PlaceWindow window) {
    return united(
        window,
        present(window)
            .orElseThrow(
                () ->
                    new Refusal(
                        Refusal.Kind.TOO_LARGE,
                        "tracing.refused.itinerary-crowd",
                        Itineraries.MOST_STAYS)));
  }

  /** How many persons; empty where there are too many stays to be a list. */
  OptionalInt count(PlaceWindow window) {
    return present(window)
        .map(found -> OptionalInt.of(united(window, found).size()))
        .orElse(OptionalInt.empty());
  }

  private List<Attendance> united(PlaceWindow window, List<Visit> found) {
    Map<Long, Long> canonical =
        people.canonical(found.stream().map(Visit::person).distinct().toList());
    return Attendance.of(window, found, person -> canonical.getOrDefault(person, person));
  }

  private Optional<List<Visit>> present(PlaceWindow window) {
    List<Visit> found = new ArrayList<>();
    long second = 0;
    int skipped = 0;
    while (true) {
      List<Visit> portion = visits.presentAt(window, second, skipped, PORTION);
      found.addAll(portion);
      if (portion.size() < PORTION) {
        return Optional.of(found);
      }
      if (found.size() >= Itineraries.MOST_STAYS) {
        return Optional.empty();
      }
      long last = portion.getLast().enteredAt();
      int atLast = (int) portion.stream().filter(visit -> visit.enteredAt() == last).count();
      skipped = last == second ? skipped + atLast : atLast;
      second = last;
    }
  }
}
