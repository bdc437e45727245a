package vn.lachan.app.visits;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Carries a group through its one transaction. The caller begins and commits it. */
@Component
class GroupWriter {
  private final VisitTable visits;
  private final ArrivalTable arrivals;
  private final Distances distances;
  private final VisitMetrics metrics;
  private final Clock clock;

  GroupWriter(
      VisitTable visits,
      ArrivalTable arrivals,
      Distances distances,
      VisitMetrics metrics,
      Clock clock) {
    this.visits = visits;
    this.arrivals = arrivals;
    this.distances = distances;
    this.metrics = metrics;
    this.clock = clock;
  }

  List<Outcome> write(List<? extends VisitMessage> messages) {
    var group = new Group(messages);
    visits.lockWriters();
    visits.read(group);
    group.apply(distances);
    store(group);
    return group.outcomes();
  }

  private void store(Group group) {
    var arrival = new ArrivalColumns();
    for (Group.Withdrawn withdrawn : group.withdrawn()) {
      visits.withdraw(withdrawn.message(), clock.instant());
      VisitRow visit = withdrawn.visit();
      if (visit != null && !visit.isNew()) {
        arrival.add(Followed.Kind.WITHDRAWN, visit);
      }
    }
    List<VisitRow> inserted = new ArrayList<>();
    List<VisitRow> updated = new ArrayList<>();
    List<DepartureRow> departures = new ArrayList<>();
    for (Timeline timeline : group.timelines()) {
      sort(timeline, inserted, updated, arrival);
      for (DepartureRow departure : timeline.departures()) {
        if (departure.isNew() || departure.changed()) {
          departures.add(departure);
        }
      }
    }
    write(inserted, updated, departures, arrival);
    count(inserted, departures);
  }

  private void count(List<VisitRow> inserted, List<DepartureRow> departures) {
    inserted.forEach(visit -> metrics.stored(visit.flags));
    for (DepartureRow departure : departures) {
      if (departure.isNew() && !departure.matched) {
        metrics.waiting();
      }
    }
  }

  private static void sort(
      Timeline timeline, List<VisitRow> inserted, List<VisitRow> updated, ArrivalColumns arrival) {
    for (VisitRow visit : timeline.visits()) {
      if (visit.isNew()) {
        inserted.add(visit);
        arrival.add(Followed.Kind.STORED, visit);
      } else if (visit.changed()) {
        updated.add(visit);
        if (visit.departureChanged()) {
          arrival.add(Followed.Kind.DEPARTURE_CHANGED, visit);
        }
      }
    }
  }

  private void write(
      List<VisitRow> inserted,
      List<VisitRow> updated,
      List<DepartureRow> departures,
      ArrivalColumns arrival) {
    if (!inserted.isEmpty()) {
      visits.insertVisits(inserted);
    }
    if (!updated.isEmpty()) {
      visits.updateVisits(updated);
    }
    if (!departures.isEmpty()) {
      visits.saveDepartures(departures);
    }
    if (!arrival.isEmpty()) {
      arrivals.insert(arrival);
    }
  }
}
