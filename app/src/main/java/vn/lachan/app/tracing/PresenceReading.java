package vn.lachan.app.tracing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lachan.app.kernel.Page;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.app.people.MaskedPerson;
import vn.lachan.app.people.People;
import vn.lachan.app.visits.VisitStore;
import vn.lachan.engine.tracing.PlaceWindow;
import vn.lachan.engine.tracing.Visit;

/** Who was at a place in a window, by the second of their entry; a key names no person. */
@Component
class PresenceReading {
  private static final int SAME_SECOND_MOST = 100_000;

  private final VisitStore visits;
  private final People people;

  PresenceReading(VisitStore visits, People people) {
    this.visits = visits;
    this.people = people;
  }

  /** Persons, not records. */
  int count(PlaceWindow window) {
    Set<Long> records = visits.personsAt(window);
    Map<Long, Long> canonical = people.canonical(records);
    Set<Long> persons = new HashSet<>();
    records.forEach(record -> persons.add(canonical.getOrDefault(record, record)));
    return persons.size();
  }

  Page<PresentPerson> page(PlaceWindow window, @Nullable String after, int rows) {
    Key key = Key.of(after);
    List<Visit> found = visits.presentAt(window, key.second, key.skipped, rows + 1);
    List<Visit> page = found.subList(0, Math.min(rows, found.size()));
    Map<Long, Long> canonical = people.canonical(page.stream().map(Visit::person).toList());
    Map<Long, MaskedPerson> masked = people.masked(new HashSet<>(canonical.values()));
    List<PresentPerson> shown = new ArrayList<>();
    for (Visit visit : page) {
      MaskedPerson person = masked.get(canonical.getOrDefault(visit.person(), visit.person()));
      if (person != null) {
        shown.add(
            new PresentPerson(
                person,
                Instant.ofEpochSecond(visit.enteredAt()),
                Instant.ofEpochSecond(visit.leftAt()),
                visit.departureInferred()));
      }
    }
    return new Page<>(shown, found.size() > rows ? key.after(page).text() : null);
  }

  private record Key(long second, int skipped) {
    static Key of(@Nullable String text) {
      if (text == null) {
        return new Key(0, 0);
      }
      try {
        int dash = text.indexOf('-');
        var key =
            new Key(
                Long.parseLong(text.substring(0, Math.max(0, dash))),
                Integer.parseInt(text.substring(dash + 1)));
        if (key.second < 0
            || key.second > 1L << 33
            || key.skipped < 0
            || key.skipped > SAME_SECOND_MOST) {
          throw Refusal.invalid("tracing.refused.page");
        }
        return key;
      } catch (NumberFormatException _) {
        throw Refusal.invalid("tracing.refused.page");
      }
    }

    Key after(List<Visit> page) {
      long last = page.getLast().enteredAt();
      int same = (int) page.stream().filter(visit -> visit.enteredAt() == last).count();
      return new Key(last, last == second ? skipped + same : same);
    }

    String text() {
      return second + "-" + skipped;
    }
  }
}
