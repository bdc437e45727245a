package vn.lachan.app.visits;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import vn.lachan.app.places.PlaceCard;
import vn.lachan.app.places.Places;

/**
 * Stores a simulated province in one go: departures are settled in memory by the same {@link
 * Timeline} that the writer uses, rows go in by COPY, and the received order follows in chunks.
 */
@Component
class VisitLoad {
  static final int VISITS_MOST = 5_000_000;
  private static final int ARRIVALS_A_ROW = 5_000;
  private static final Comparator<LoadedVisit> BY_PERSON =
      Comparator.comparingLong(LoadedVisit::person)
          .thenComparingLong(LoadedVisit::enteredAt)
          .thenComparingLong(LoadedVisit::place);

  private final Places places;
  private final VisitTable visits;
  private final ArrivalTable arrivals;
  private final VisitDays days;
  private final JdbcTemplate jdbc;
  private final TransactionOperations transactions;

  VisitLoad(
      Places places,
      VisitTable visits,
      ArrivalTable arrivals,
      VisitDays days,
      JdbcTemplate jdbc,
      TransactionOperations transactions) {
    this.places = places;
    this.visits = visits;
    this.arrivals = arrivals;
    this.days = days;
    this.jdbc = jdbc;
    this.transactions = transactions;
  }

  long load(Iterator<LoadedVisit> given, Instant now) {
    List<LoadedVisit> sorted = new ArrayList<>();
    given.forEachRemaining(sorted::add);
    if (sorted.isEmpty()) {
      return 0;
    }
    if (sorted.size() > VISITS_MOST) {
      throw new IllegalArgumentException("More than " + VISITS_MOST + " visits at once");
    }
    sorted.sort(BY_PERSON);
    List<Timeline> timelines = settle(sorted, now);
    long first = sorted.stream().mapToLong(LoadedVisit::enteredAt).min().orElseThrow();
    long last = sorted.stream().mapToLong(LoadedVisit::enteredAt).max().orElseThrow();
    days.ensure(VisitDays.dayOf(first), VisitDays.dayOf(last + VisitRules.LONGEST_SECONDS));
    Long stored = transactions.execute(status -> store(timelines));
    days.vacuum(VisitDays.dayOf(first), VisitDays.dayOf(last));
    return Objects.requireNonNull(stored);
  }

  private List<Timeline> settle(List<LoadedVisit> sorted, Instant now) {
    Map<Long, PlaceCard> cards =
        places.cards(sorted.stream().map(LoadedVisit::place).collect(Collectors.toSet()));
    var capture = Capture.now(CaptureWay.SIMULATED, 0, now.getEpochSecond());
    List<Timeline> timelines = new ArrayList<>();
    LoadedVisit before = null;
    for (LoadedVisit visit : sorted) {
      if (before == null || before.person() != visit.person()) {
        timelines.add(new Timeline(visit.person()));
      }
      boolean repeated = before != null && BY_PERSON.compare(before, visit) == 0;
      if (!repeated) {
        PlaceCard place = Objects.requireNonNull(cards.get(visit.place()), "No such place");
        add(timelines.getLast(), visit, place, capture);
      }
      before = visit;
    }
    timelines.forEach(timeline -> timeline.settle(Distances.NONE));
    return timelines;
  }

  private static void add(Timeline timeline, LoadedVisit visit, PlaceCard place, Capture capture) {
    StayTimes.Limit limit = StayTimes.limit(place, visit.enteredAt());
    timeline.touch(visit.enteredAt());
    timeline.add(
        VisitRow.of(
            new NewVisit(
                visit.person(),
                visit.place(),
                visit.enteredAt(),
                limit.departsBy(),
                null,
                limit.closed(),
                capture)));
    NewVisit.Departure departure = visit.departure();
    if (departure != null && timeline.departure(visit.place(), departure.leftAt()) == null) {
      timeline.touch(departure.leftAt());
      timeline.add(
          new DepartureRow(
              visit.person(),
              visit.place(),
              departure.leftAt(),
              departure.kind().code(),
              false,
              capture));
    }
  }

  private long store(List<Timeline> timelines) {
    visits.lockWriters();
    Long stored =
        jdbc.execute(
            (Connection connection) -> {
              CopyManager copies = connection.unwrap(PGConnection.class).getCopyAPI();
              copyDepartures(copies, timelines);
              return copyVisits(copies, timelines);
            });
    var arrival = new ArrivalColumns();
    for (Timeline timeline : timelines) {
      for (VisitRow visit : timeline.visits()) {
        arrival.add(Followed.Kind.STORED, visit);
      }
      if (arrival.kinds.size() >= ARRIVALS_A_ROW) {
        arrivals.insert(arrival);
        arrival = new ArrivalColumns();
      }
    }
    if (!arrival.isEmpty()) {
      arrivals.insert(arrival);
    }
    return Objects.requireNonNull(stored);
  }

  private static long copyVisits(CopyManager copies, List<Timeline> timelines) throws SQLException {
    var copy =
        new BinaryCopy(
            copies.copyIn(
                """
                copy visits.visit (person, place, entered_at, left_at, departs_by, received_at,
                  captured_by, clock_correction_seconds, departure, way, flags)
                from stdin (format binary)
                """));
    for (Timeline timeline : timelines) {
      for (VisitRow visit : timeline.visits()) {
        Capture capture = Objects.requireNonNull(visit.capture);
        copy.row(11);
        copy.bigint(visit.person);
        copy.bigint(visit.place);
        copy.time(visit.enteredAt);
        copy.time(visit.leftAt);
        copy.time(visit.departsBy);
        copy.time(Math.min(capture.receivedAt(), visit.enteredAt));
        copy.bigint(capture.capturedBy());
        copy.integer(capture.clockCorrectionSeconds());
        copy.smallint(visit.departure);
        copy.smallint(capture.way().code());
        copy.smallint(visit.flags);
      }
    }
    return copy.end();
  }

  private static void copyDepartures(CopyManager copies, List<Timeline> timelines)
      throws SQLException {
    var copy =
        new BinaryCopy(
            copies.copyIn(
                """
                copy visits.departure (person, place, left_at, received_at, captured_by, kind, way,
                  matched)
                from stdin (format binary)
                """));
    for (Timeline timeline : timelines) {
      for (DepartureRow departure : timeline.departures()) {
        Capture capture = Objects.requireNonNull(departure.capture);
        copy.row(8);
        copy.bigint(departure.person);
        copy.bigint(departure.place);
        copy.time(departure.leftAt);
        copy.time(Math.min(capture.receivedAt(), departure.leftAt));
        copy.bigint(capture.capturedBy());
        copy.smallint(departure.kind);
        copy.smallint(capture.way().code());
        copy.truth(departure.matched);
      }
    }
    copy.end();
  }
}
