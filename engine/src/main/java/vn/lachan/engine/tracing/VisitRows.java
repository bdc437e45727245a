package vn.lachan.engine.tracing;

import java.util.Arrays;
import java.util.Collection;
import java.util.function.LongUnaryOperator;

/**
 * Visits in columns, so that millions of them cost neither an object each nor boxing. Rows may come
 * in any order and more than once. Times are epoch seconds between {@link #EARLIEST} (year 1697)
 * and {@link #LATEST} (year 2242); the bound lets a time and a row number share one sortable long.
 */
public final class VisitRows {
  public static final long EARLIEST = -(1L << 33);
  public static final long LATEST = 1L << 33;
  public static final int MAXIMUM_ROWS = 1 << 28;

  private static final int FIRST_CAPACITY = 64;

  long[] person = new long[FIRST_CAPACITY];
  long[] place = new long[FIRST_CAPACITY];
  long[] enteredAt = new long[FIRST_CAPACITY];
  long[] leftAt = new long[FIRST_CAPACITY];
  boolean[] inferred = new boolean[FIRST_CAPACITY];
  private int size;

  public static VisitRows of(Collection<Visit> visits) {
    var rows = new VisitRows();
    for (Visit visit : visits) {
      rows.append(
          visit.person(),
          visit.place(),
          visit.enteredAt(),
          visit.leftAt(),
          visit.departureInferred());
    }
    return rows;
  }

  /** Adds one row; the same conditions as for a {@link Visit} hold. */
  public void add(long person, long place, long enteredAt, long leftAt, boolean departureInferred) {
    requireTime(enteredAt);
    requireTime(leftAt);
    if (leftAt < enteredAt) {
      throw new IllegalArgumentException("leftAt " + leftAt + " before enteredAt " + enteredAt);
    }
    append(person, place, enteredAt, leftAt, departureInferred);
  }

  /** Gives every person another number, such as one in the order of their names. */
  public void renumberPersons(LongUnaryOperator numbers) {
    for (int row = 0; row < size; row++) {
      person[row] = numbers.applyAsLong(person[row]);
    }
  }

  public int size() {
    return size;
  }

  void append(long ofPerson, long atPlace, long from, long to, boolean departureInferred) {
    if (size == person.length) {
      grow();
    }
    person[size] = ofPerson;
    place[size] = atPlace;
    enteredAt[size] = from;
    leftAt[size] = to;
    inferred[size] = departureInferred;
    size++;
  }

  static void requireTime(long time) {
    if (time < EARLIEST || time > LATEST) {
      throw new IllegalArgumentException("time " + time + " outside the years 1697 to 2242");
    }
  }

  private void grow() {
    if (size >= MAXIMUM_ROWS) {
      throw new IllegalStateException("more than " + MAXIMUM_ROWS + " rows");
    }
    int capacity = size * 2;
    person = Arrays.copyOf(person, capacity);
    place = Arrays.copyOf(place, capacity);
    enteredAt = Arrays.copyOf(enteredAt, capacity);
    leftAt = Arrays.copyOf(leftAt, capacity);
    inferred = Arrays.copyOf(inferred, capacity);
  }
}
