package vn.lachan.app.visits;

/** What a group changed, as the columns of its row in the received order. */
final class ArrivalColumns {
  final LongColumn kinds = new LongColumn();
  final LongColumn departures = new LongColumn();
  final LongColumn persons = new LongColumn();
  final LongColumn places = new LongColumn();
  final LongColumn entered = new LongColumn();
  final LongColumn left = new LongColumn();
  final LongColumn previousLeft = new LongColumn();

  void add(Followed.Kind kind, VisitRow row) {
    boolean withdrawn = kind == Followed.Kind.WITHDRAWN;
    long leftAt = withdrawn ? row.storedLeftAt : row.leftAt;
    kinds.add(kind.code());
    departures.add(withdrawn ? row.storedDeparture : row.departure);
    persons.add(row.person);
    places.add(row.place);
    entered.add(row.enteredAt);
    left.add(leftAt);
    previousLeft.add(kind == Followed.Kind.DEPARTURE_CHANGED ? row.storedLeftAt : leftAt);
  }

  boolean isEmpty() {
    return kinds.size() == 0;
  }
}
