package vn.lachan.app.visits;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * One person's visits and check-outs around the times that a group touches, and what follows from
 * them. What is settled depends on the rows alone and not on their order of arrival.
 *
 * <p>A check-out closes every visit there that is open at its time. A visit is open until its
 * departure, at most 24 hours; where it has no scanned or keyed departure yet, it stays open past
 * its inferred one until the person checks in there again: that is a new stay, and a later
 * check-out belongs to it alone.
 */
final class Timeline {
  /** 150 km/h: nobody travels faster between two places of a province. */
  private static final double METRES_PER_SECOND_MOST = 150 / 3.6;

  final long person;
  private long firstAt = Long.MAX_VALUE;
  private long lastAt = Long.MIN_VALUE;
  private final List<VisitRow> visits = new ArrayList<>(4);
  private final List<DepartureRow> departures = new ArrayList<>(2);

  Timeline(long person) {
    this.person = person;
  }

  /** A message about this second will change the person's rows. */
  void touch(long at) {
    firstAt = Math.min(firstAt, at);
    lastAt = Math.max(lastAt, at);
  }

  /** Rows from here on can change, or decide how others change. */
  long readFrom() {
    return firstAt - VisitRules.LONGEST_SECONDS;
  }

  /** Exclusive. */
  long readTo() {
    return lastAt + VisitRules.LONGEST_SECONDS + 1;
  }

  void add(VisitRow visit) {
    visits.add(visit);
  }

  void add(DepartureRow departure) {
    departures.add(departure);
  }

  void remove(VisitRow visit) {
    visits.remove(visit);
  }

  @Nullable VisitRow visit(long place, long enteredAt) {
    for (VisitRow visit : visits) {
      if (visit.enteredAt == enteredAt && visit.place == place) {
        return visit;
      }
    }
    return null;
  }

  @Nullable DepartureRow departure(long place, long leftAt) {
    for (DepartureRow departure : departures) {
      if (departure.leftAt == leftAt && departure.place == place) {
        return departure;
      }
    }
    return null;
  }

  List<VisitRow> visits() {
    return visits;
  }

  List<DepartureRow> departures() {
    return departures;
  }

  /** Computes every departure, flag and match that the touched seconds may have changed. */
  void settle(Distances distances) {
    visits.sort(VisitRow.ORDER);
    departures.sort(DepartureRow.ORDER);
    for (int index = 0; index < visits.size(); index++) {
      VisitRow visit = visits.get(index);
      if (visit.enteredAt <= lastAt) {
        settleDeparture(index, visit);
      }
      if (visit.enteredAt >= firstAt) {
        settleSpeed(index, visit, distances);
      }
    }
    for (DepartureRow departure : departures) {
      if (departure.leftAt >= firstAt) {
        departure.matched = hasEntry(departure);
      }
    }
  }

  private void settleDeparture(int index, VisitRow visit) {
    long inferred = InferredDeparture.of(visit.departsBy, nextElsewhere(index, visit));
    visit.leftAt = inferred;
    visit.departure = DepartureKind.INFERRED.code();
    if (departures.isEmpty()) {
      return;
    }
    long openUntil = openUntil(index, visit, inferred);
    for (DepartureRow departure : departures) {
      boolean closes =
          departure.place == visit.place
              && departure.leftAt > visit.enteredAt
              && departure.leftAt <= openUntil;
      if (closes && departure.kind >= visit.departure) {
        visit.leftAt = departure.leftAt;
        visit.departure = departure.kind;
      }
    }
  }

  private OptionalLong nextElsewhere(int index, VisitRow visit) {
    for (int next = index + 1; next < visits.size(); next++) {
      VisitRow later = visits.get(next);
      if (later.enteredAt >= visit.departsBy) {
        break;
      }
      if (later.place != visit.place && later.enteredAt > visit.enteredAt) {
        return OptionalLong.of(later.enteredAt);
      }
    }
    return OptionalLong.empty();
  }

  /** The last second at which a check-out still belongs to the visit. */
  private long openUntil(int index, VisitRow visit, long inferred) {
    long ended = inferred;
    for (DepartureRow departure : departures) {
      if (departure.place == visit.place && departure.leftAt > visit.enteredAt) {
        ended = Math.min(ended, departure.leftAt);
        break;
      }
    }
    for (int next = index + 1; next < visits.size(); next++) {
      VisitRow later = visits.get(next);
      if (later.place == visit.place && later.enteredAt >= ended) {
        return Math.min(later.enteredAt, visit.enteredAt + VisitRules.LONGEST_SECONDS);
      }
    }
    return visit.enteredAt + VisitRules.LONGEST_SECONDS;
  }

  private void settleSpeed(int index, VisitRow visit, Distances distances) {
    visit.flags &= ~VisitFlags.TOO_FAST;
    for (int before = index - 1; before >= 0; before--) {
      VisitRow earlier = visits.get(before);
      long seconds = visit.enteredAt - earlier.enteredAt;
      if (seconds > VisitRules.LONGEST_SECONDS) {
        return;
      }
      if (earlier.place != visit.place) {
        double metres = distances.metres(earlier.place, visit.place);
        if (metres > METRES_PER_SECOND_MOST * seconds) {
          visit.flags |= VisitFlags.TOO_FAST;
        }
        return;
      }
    }
  }

  /** The last entry before a check-out is always open to it, so any entry of that day will do. */
  private boolean hasEntry(DepartureRow departure) {
    for (VisitRow visit : visits) {
      if (visit.place == departure.place
          && visit.enteredAt < departure.leftAt
          && visit.enteredAt >= departure.leftAt - VisitRules.LONGEST_SECONDS) {
        return true;
      }
    }
    return false;
  }
}
