package vn.lachan.app.visits;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.lachan.app.places.DayActivity;
import vn.lachan.app.places.PlaceDay;
import vn.lachan.app.places.VisitCounts;

/** Answers what places ask about visits; no person leaves the module. */
@Component
class VisitCounter implements VisitCounts {
  private final ArrivalTable arrivals;
  private final CountTable counts;
  private final DayTable days;

  VisitCounter(ArrivalTable arrivals, CountTable counts, DayTable days) {
    this.arrivals = arrivals;
    this.counts = counts;
    this.days = days;
  }

  @Override
  public Touched touched(long cursor, int groups) {
    Followed followed = arrivals.after(cursor, groups);
    Set<PlaceDay> touched = new HashSet<>();
    for (Followed.Change change : followed.changes()) {
      if (change.kind() != Followed.Kind.DEPARTURE_CHANGED) {
        LocalDate day = VisitDays.dayOf(change.visit().enteredAt());
        touched.add(new PlaceDay(change.visit().place(), day));
      }
    }
    return new Touched(touched, followed.cursor());
  }

  /** The held days are read last: a day that was dropped meanwhile must not become a nought. */
  @Override
  public List<DayActivity> count(Collection<PlaceDay> asked) {
    List<DayActivity> counted = counts.count(asked);
    Set<LocalDate> held = Set.copyOf(days.days());
    return counted.stream().filter(count -> held.contains(count.day())).toList();
  }

  @Override
  public List<DayActivity> countDay(LocalDate day, long afterPlace, int places) {
    return counts.countDay(day, afterPlace, places);
  }

  @Override
  public List<LocalDate> days() {
    return days.days();
  }
}
