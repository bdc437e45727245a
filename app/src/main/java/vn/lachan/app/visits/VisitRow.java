package vn.lachan.app.visits;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** A visit while its person's timeline is being settled: what is stored, and what it becomes. */
final class VisitRow {
  static final Comparator<VisitRow> ORDER =
      Comparator.<VisitRow>comparingLong(row -> row.enteredAt).thenComparingLong(row -> row.place);

  final long person;
  final long place;
  final long enteredAt;
  final long storedDepartsBy;
  final long storedLeftAt;
  final int storedDeparture;
  final int storedFlags;

  /** How a visit that is not stored yet was captured; null for one that is. */
  final @Nullable Capture capture;

  long departsBy;
  long leftAt;
  int departure;
  int flags;

  private VisitRow(
      long person,
      long place,
      long enteredAt,
      long departsBy,
      long leftAt,
      int departure,
      int flags,
      @Nullable Capture capture) {
    this.person = person;
    this.place = place;
    this.enteredAt = enteredAt;
    this.storedDepartsBy = departsBy;
    this.departsBy = departsBy;
    this.storedLeftAt = leftAt;
    this.storedDeparture = departure;
    this.storedFlags = flags;
    this.capture = capture;
    this.leftAt = leftAt;
    this.departure = departure;
    this.flags = flags;
  }

  static VisitRow stored(
      long person,
      long place,
      long enteredAt,
      long departsBy,
      long leftAt,
      int departure,
      int flags) {
    return new VisitRow(person, place, enteredAt, departsBy, leftAt, departure, flags, null);
  }

  static VisitRow of(NewVisit visit) {
    int flags =
        (visit.closed() ? VisitFlags.CLOSED_HOUR : 0)
            | (visit.capture().clockOff() ? VisitFlags.CLOCK_OFF : 0)
            | visit.capture().marks();
    return new VisitRow(
        visit.person(),
        visit.place(),
        visit.enteredAt(),
        visit.departsBy(),
        visit.departsBy(),
        DepartureKind.INFERRED.code(),
        flags,
        visit.capture());
  }

  boolean isNew() {
    return capture != null;
  }

  boolean departureChanged() {
    return leftAt != storedLeftAt || departure != storedDeparture;
  }

  boolean changed() {
    return departureChanged() || flags != storedFlags || departsBy != storedDepartsBy;
  }
}
