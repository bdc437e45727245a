package vn.lachan.engine.tracing;

/**
 * United stays in columns, ordered by person, place and start. Rows of one person at one place that
 * overlap or touch become one stay: repeated scans and two tablets must never count twice.
 */
final class Stays {
  final LongIndex persons;
  final LongIndex places;
  final int[] person;
  final int[] place;
  final long[] from;
  final long[] to;
  final boolean[] inferred;
  private int size;

  private Stays(int capacity, LongIndex persons, LongIndex places) {
    this.persons = persons;
    this.places = places;
    person = new int[capacity];
    place = new int[capacity];
    from = new long[capacity];
    to = new long[capacity];
    inferred = new boolean[capacity];
  }

  static Stays unite(VisitRows rows, LongIndex persons, LongIndex places) {
    int[] personOf = new int[rows.size()];
    int[] placeOf = new int[rows.size()];
    for (int row = 0; row < rows.size(); row++) {
      personOf[row] = persons.add(rows.person[row]);
      placeOf[row] = places.add(rows.place[row]);
    }
    int[] order = Order.byTime(rows.enteredAt, rows.size());
    order = Order.stably(order, placeOf, places.size());
    order = Order.stably(order, personOf, persons.size());
    var stays = new Stays(rows.size(), persons, places);
    for (int row : order) {
      stays.append(personOf[row], placeOf[row], rows, row);
    }
    return stays;
  }

  int size() {
    return size;
  }

  private void append(int ofPerson, int atPlace, VisitRows rows, int row) {
    int last = size - 1;
    boolean continues =
        last >= 0
            && person[last] == ofPerson
            && place[last] == atPlace
            && rows.enteredAt[row] <= to[last];
    if (continues) {
      extend(last, rows.leftAt[row], rows.inferred[row]);
      return;
    }
    person[size] = ofPerson;
    place[size] = atPlace;
    from[size] = rows.enteredAt[row];
    to[size] = rows.leftAt[row];
    inferred[size] = rows.inferred[row];
    size++;
  }

  /** Of two rows with one end, a scanned departure proves the end that the other only supposes. */
  private void extend(int stay, long end, boolean endInferred) {
    if (end == to[stay]) {
      inferred[stay] &= endInferred;
    } else if (end > to[stay]) {
      to[stay] = end;
      inferred[stay] = endInferred;
    }
  }
}
