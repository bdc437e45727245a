package vn.lachan.engine.tracing;

/**
 * An edge between two persons over [from, to), epoch seconds, known from elsewhere than visits:
 * household, residence, seats, itinerary, Bluetooth, subscriber list. It has no direction.
 *
 * @param place where, or {@link #NO_PLACE}
 * @param rowsApart rows between the two seats, 0 for the same row; {@link #NO_ROWS} for others
 */
public record Encounter(
    long personA, long personB, Source source, long place, long from, long to, int rowsApart) {
  public static final long NO_PLACE = -1;
  public static final int NO_ROWS = -1;

  public Encounter {
    VisitRows.requireTime(from);
    VisitRows.requireTime(to);
    if (source.fromVisits()) {
      throw new IllegalArgumentException(source + " is derived from visits, never supplied");
    }
    if (source == Source.VEHICLE_SEAT && rowsApart < 0) {
      throw new IllegalArgumentException("seats need rowsApart");
    }
  }

  /** An encounter of no particular place or seat. */
  public static Encounter of(long personA, long personB, Source source, long from, long to) {
    return new Encounter(personA, personB, source, NO_PLACE, from, to, NO_ROWS);
  }
}
