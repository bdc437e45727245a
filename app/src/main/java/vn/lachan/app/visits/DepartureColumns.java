package vn.lachan.app.visits;

/** Rows of check-outs turned into columns. */
final class DepartureColumns {
  final LongColumn persons = new LongColumn();
  final LongColumn places = new LongColumn();
  final LongColumn left = new LongColumn();
  final LongColumn received = new LongColumn();
  final LongColumn capturedBy = new LongColumn();
  final LongColumn device = new LongColumn();
  final LongColumn kinds = new LongColumn();
  final LongColumn ways = new LongColumn();
  final LongColumn matched = new LongColumn();

  /** A stored row only changes its kind and match, so how it was captured does not matter. */
  void add(DepartureRow row) {
    Capture capture = row.capture;
    persons.add(row.person);
    places.add(row.place);
    left.add(row.leftAt);
    received.add(capture == null ? 0 : capture.receivedAt());
    capturedBy.add(capture == null ? 0 : capture.capturedBy());
    device.add(capture == null ? 0 : VisitColumns.orZero(capture.device()));
    kinds.add(row.kind);
    ways.add(capture == null ? 0 : capture.way().code());
    matched.add(row.matched ? 1 : 0);
  }
}
