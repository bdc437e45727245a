package vn.lachan.app.tracing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.LongUnaryOperator;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.app.people.People;
import vn.lachan.app.places.Places;
import vn.lachan.app.visits.DeclaredStays;
import vn.lachan.app.visits.VisitStore;
import vn.lachan.engine.tracing.PlaceWindow;
import vn.lachan.engine.tracing.Visit;

/** Reads who was at a place in a window, in portions and no further than a list makes sense. */
@Component
class AttendanceReading {
  private static final int PORTION = 10_000;

  private final VisitStore visits;
  private final ObjectProvider<DeclaredStays> declared;
  private final Places places;
  private final People people;

  AttendanceReading(
      VisitStore visits, ObjectProvider<DeclaredStays> declared, Places places, People people) {
    this.visits = visits;
    this.declared = declared;
    this.places = places;
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

  /** A person is one row, by the surest that is known: recorded, declared, possible. */
  private List<Attendance> united(PlaceWindow window, List<Visit> found) {
    List<DeclaredStays.Declared> told = told(window);
    Map<Long, Long> canonical =
        people.canonical(
            Stream.concat(
                    found.stream().map(Visit::person),
                    told.stream().map(DeclaredStays.Declared::person))
                .distinct()
                .toList());
    LongUnaryOperator standing = person -> canonical.getOrDefault(person, person);
    List<Attendance> all = new ArrayList<>(Attendance.of(window, found, standing));
    Set<Long> known = new HashSet<>();
    all.forEach(one -> known.add(one.person()));
    for (boolean possible : new boolean[] {false, true}) {
      Attendance.told(
              window,
              told.stream().filter(stay -> stay.possible() == possible).toList(),
              standing,
              possible ? ItineraryVisitor.Evidence.POSSIBLE : ItineraryVisitor.Evidence.DECLARED)
          .stream()
          .filter(one -> known.add(one.person()))
          .forEach(all::add);
    }
    all.sort(Attendance.BY_TIME);
    return all;
  }

  private List<DeclaredStays.Declared> told(PlaceWindow window) {
    return places
        .find(window.place())
        .map(
            place ->
                declared.stream()
                    .flatMap(
                        one -> one.during(window, place.name(), Itineraries.MOST_STAYS).stream())
                    .toList())
        .orElse(List.of());
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
