package vn.lachan.app.visits;

import org.jspecify.annotations.Nullable;

/** Rows of visits turned into columns. */
final class VisitColumns {
  final LongColumn persons = new LongColumn();
  final LongColumn places = new LongColumn();
  final LongColumn entered = new LongColumn();
  final LongColumn left = new LongColumn();
  final LongColumn departs = new LongColumn();
  final LongColumn received = new LongColumn();
  final LongColumn original = new LongColumn();
  final LongColumn capturedBy = new LongColumn();
  final LongColumn device = new LongColumn();
  final LongColumn correction = new LongColumn();

  /** Departure kind in bits 0 to 3, way of capture in 4 to 7, flags above. */
  final LongColumn codes = new LongColumn();

  long firstEntered = Long.MAX_VALUE;
  long lastEntered = Long.MIN_VALUE;

  void add(VisitRow row) {
    persons.add(row.person);
    places.add(row.place);
    entered.add(row.enteredAt);
    left.add(row.leftAt);
    departs.add(row.departsBy);
    Capture capture = row.capture;
    int way = capture == null ? 0 : capture.way().code();
    codes.add(row.departure | way << 4 | row.flags << 8);
    firstEntered = Math.min(firstEntered, row.enteredAt);
    lastEntered = Math.max(lastEntered, row.enteredAt);
    if (capture != null) {
      addCapture(capture);
    }
  }

  private void addCapture(Capture capture) {
    received.add(capture.receivedAt());
    original.add(orZero(capture.originalAt()));
    capturedBy.add(capture.capturedBy());
    device.add(orZero(capture.device()));
    correction.add(capture.clockCorrectionSeconds());
  }

  static long orZero(@Nullable Long value) {
    return value == null ? 0 : value;
  }
}
