package vn.lachan.app.tracing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
    List<Visit> found = present(window);
    Map<Long, Long> canonical =
        people.canonical(found.stream().map(Visit::person).distinct().toList());
    return Attendance.of(window, found, person -> canonical.getOrDefault(person, person));
  }

  private List<Visit> present(PlaceWindow window) {
    List<Visit> found = new ArrayList<>();
    long second = 0;
    int skipped = 0;
    while (true) {
      List<Visit> portion = visits.presentAt(window, second, skipped, PORTION);
      found.addAll(portion);
      if (portion.size() < PORTION) {
        return found;
      }
      if (found.size() >= Itineraries.MOST_STAYS) {
        throw new Refusal(
            Refusal.Kind.TOO_LARGE, "tracing.refused.itinerary-crowd", Itineraries.MOST_STAYS);
      }
      long last = portion.getLast().enteredAt();
      int atLast = (int) portion.stream().filter(visit -> visit.enteredAt() == last).count();
      skipped = last == second ? skipped + atLast : atLast;
      second = last;
    }
  }
}
