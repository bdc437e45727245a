package vn.lachan.app.visits;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** A check-out while its person's timeline is being settled. */
final class DepartureRow {
  static final Comparator<DepartureRow> ORDER =
      Comparator.<DepartureRow>comparingLong(row -> row.leftAt).thenComparingLong(row -> row.place);

  final long person;
  final long place;
  final long leftAt;
  final int storedKind;
  final boolean storedMatched;

  /** How a check-out that is not stored yet was captured; null for one that is. */
  final @Nullable Capture capture;

  int kind;
  boolean matched;

  DepartureRow(
      long person, long place, long leftAt, int kind, boolean matched, @Nullable Capture capture) {
    this.person = person;
    this.place = place;
    this.leftAt = leftAt;
    this.storedKind = kind;
    this.storedMatched = matched;
    this.capture = capture;
    this.kind = kind;
    this.matched = matched;
  }

  boolean isNew() {
    return capture != null;
  }

  boolean changed() {
    return kind != storedKind || matched != storedMatched;
  }
}
