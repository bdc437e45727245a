package vn.lachan.app.places;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Visits in memory, with a received order: what places would hear of the module above them. */
final class FakeVisitCounts implements VisitCounts {
  static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

  /** An entry of a person. */
  record Entry(long person, long place, Instant at) {
    LocalDate day() {
      return at.atZone(ZONE).toLocalDate();
    }
  }

  final Set<Entry> held = new HashSet<>();
  private final List<PlaceDay> order = new ArrayList<>();

  void enter(long person, long place, Instant at) {
    var entry = new Entry(person, place, at);
    if (held.add(entry)) {
      order.add(new PlaceDay(place, entry.day()));
    }
  }

  void withdraw(Entry entry) {
    if (held.remove(entry)) {
      order.add(new PlaceDay(entry.place(), entry.day()));
    }
  }

  @Override
  public Touched touched(long cursor, int groups) {
    int to = (int) Math.min(order.size(), cursor + groups);
    return new Touched(new HashSet<>(order.subList((int) cursor, to)), to);
  }

  @Override
  public List<DayActivity> count(Collection<PlaceDay> days) {
    return days.stream().map(this::count).toList();
  }

  @Override
  public List<DayActivity> countDay(LocalDate day, long afterPlace, int places) {
    Set<Long> numbers = new TreeSet<>();
    held.stream()
        .filter(entry -> entry.day().equals(day) && entry.place() > afterPlace)
        .forEach(entry -> numbers.add(entry.place()));
    return numbers.stream().limit(places).map(place -> count(new PlaceDay(place, day))).toList();
  }

  @Override
  public List<LocalDate> days() {
    return List.copyOf(new TreeSet<>(held.stream().map(Entry::day).toList()));
  }

  private DayActivity count(PlaceDay asked) {
    List<Entry> entries =
        held.stream()
            .filter(entry -> entry.place() == asked.place() && entry.day().equals(asked.day()))
            .toList();
    return new DayActivity(
        asked.place(),
        asked.day(),
        entries.size(),
        (int) entries.stream().map(Entry::person).distinct().count(),
        entries.stream().map(Entry::at).max(Instant::compareTo).orElse(null));
  }
}
