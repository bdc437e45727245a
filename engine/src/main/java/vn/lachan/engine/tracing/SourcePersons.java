package vn.lachan.engine.tracing;

import java.util.ArrayList;
import java.util.List;

/** The persons of a generation from whom others may have caught it: [from of each, to of all). */
final class SourcePersons {
  private final LongIndex persons = new LongIndex();
  private final List<PersonWindow> windows = new ArrayList<>();

  /**
   * A person exposed only by air that lingered past the window has no time left to expose others.
   */
  void add(long person, long from, long to) {
    if (from < to) {
      persons.add(person);
      windows.add(new PersonWindow(person, from, to));
    }
  }

  List<PersonWindow> windows() {
    return List.copyOf(windows);
  }

  int ordinal(long person) {
    return persons.get(person);
  }

  PersonWindow window(int ordinal) {
    return windows.get(ordinal);
  }

  int size() {
    return windows.size();
  }

  /** The stays of these persons, each cut to its person's window; all other rows are ignored. */
  Stays stays(VisitRows rows) {
    var kept = new VisitRows();
    for (int row = 0; row < rows.size(); row++) {
      int ordinal = persons.get(rows.person[row]);
      if (ordinal != LongIndex.ABSENT) {
        cut(rows, row, windows.get(ordinal), kept);
      }
    }
    return Stays.unite(kept, persons, new LongIndex());
  }

  private static void cut(VisitRows rows, int row, PersonWindow window, VisitRows kept) {
    long from = Math.max(rows.enteredAt[row], window.from());
    long to = Math.min(rows.leftAt[row], window.to());
    if (from < to) {
      boolean inferred = rows.inferred[row] && rows.leftAt[row] == to;
      kept.append(window.person(), rows.place[row], from, to, inferred);
    }
  }
}
