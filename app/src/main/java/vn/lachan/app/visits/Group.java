package vn.lachan.app.visits;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The messages of one transaction, applied in memory to the rows that they touch. It reads nothing
 * and writes nothing: {@link VisitTable} fills the timelines and stores what changed.
 */
final class Group {
  private final List<? extends VisitMessage> messages;
  private final Map<Long, Timeline> timelines;
  private final Set<VisitKey> withdrawnKeys = new HashSet<>();
  private final List<Withdrawn> withdrawn = new ArrayList<>();
  private final Outcome[] outcomes;

  /** The key of a visit. */
  record VisitKey(long person, long place, long enteredAt) {}

  /** A withdrawal to store, with the visit as it stood, if it was there. */
  record Withdrawn(NewWithdrawal message, @Nullable VisitRow visit) {}

  Group(List<? extends VisitMessage> messages) {
    this.messages = messages;
    this.timelines = HashMap.newHashMap(messages.size());
    this.outcomes = new Outcome[messages.size()];
    for (VisitMessage message : messages) {
      Timeline timeline = timelines.computeIfAbsent(message.person(), Timeline::new);
      timeline.touch(message.at());
      if (message instanceof NewVisit visit && visit.departure() != null) {
        timeline.touch(visit.departure().leftAt());
      }
    }
  }

  Iterable<Timeline> timelines() {
    return timelines.values();
  }

  Timeline timeline(long person) {
    return Objects.requireNonNull(timelines.get(person));
  }

  void addWithdrawn(VisitKey key) {
    withdrawnKeys.add(key);
  }

  List<Withdrawn> withdrawn() {
    return withdrawn;
  }

  /** Applies every message and settles what follows. */
  void apply(Distances distances) {
    for (int index = 0; index < outcomes.length; index++) {
      outcomes[index] =
          switch (messages.get(index)) {
            case NewVisit visit -> enter(visit);
            case NewDeparture departure -> leave(departure);
            case NewWithdrawal withdrawal -> withdraw(withdrawal);
            case NewLimit limit -> limit(limit);
          };
    }
    for (Timeline timeline : timelines.values()) {
      timeline.settle(distances);
    }
    for (int index = 0; index < outcomes.length; index++) {
      if (outcomes[index] == Outcome.WAITING && closedSomething(messages.get(index))) {
        outcomes[index] = Outcome.DEPARTED;
      }
    }
  }

  List<Outcome> outcomes() {
    return List.of(outcomes);
  }

  /** Its departure counts even where the visit was withdrawn: it may have come before that. */
  private Outcome enter(NewVisit visit) {
    NewVisit.Departure departure = visit.departure();
    Outcome left =
        departure == null
            ? Outcome.ALREADY
            : leave(
                visit.person(),
                visit.place(),
                departure.leftAt(),
                departure.kind(),
                visit.capture());
    if (withdrawnKeys.contains(new VisitKey(visit.person(), visit.place(), visit.enteredAt()))) {
      return Outcome.WITHDRAWN_EARLIER;
    }
    Timeline timeline = timeline(visit.person());
    if (timeline.visit(visit.place(), visit.enteredAt()) != null) {
      return left;
    }
    timeline.add(VisitRow.of(visit));
    return Outcome.STORED;
  }

  private Outcome leave(NewDeparture message) {
    return leave(
        message.person(), message.place(), message.leftAt(), message.kind(), message.capture());
  }

  private Outcome leave(long person, long place, long leftAt, DepartureKind kind, Capture capture) {
    Timeline timeline = timeline(person);
    DepartureRow known = timeline.departure(place, leftAt);
    if (known == null) {
      timeline.add(new DepartureRow(person, place, leftAt, kind.code(), false, capture));
      return Outcome.WAITING;
    }
    if (known.kind >= kind.code()) {
      return Outcome.ALREADY;
    }
    known.kind = kind.code();
    return Outcome.WAITING;
  }

  private Outcome withdraw(NewWithdrawal withdrawal) {
    var key = new VisitKey(withdrawal.person(), withdrawal.place(), withdrawal.enteredAt());
    if (!withdrawnKeys.add(key)) {
      return Outcome.ALREADY;
    }
    Timeline timeline = timeline(withdrawal.person());
    VisitRow visit = timeline.visit(withdrawal.place(), withdrawal.enteredAt());
    if (visit != null) {
      timeline.remove(visit);
    }
    withdrawn.add(new Withdrawn(withdrawal, visit));
    return visit == null ? Outcome.UNKNOWN : Outcome.WITHDRAWN;
  }

  private Outcome limit(NewLimit limit) {
    VisitRow visit = timeline(limit.person()).visit(limit.place(), limit.enteredAt());
    if (visit == null) {
      return Outcome.UNKNOWN;
    }
    visit.departsBy = limit.departsBy();
    return Outcome.ALREADY;
  }

  private boolean closedSomething(VisitMessage message) {
    long leftAt =
        switch (message) {
          case NewDeparture departure -> departure.leftAt();
          case NewVisit visit -> Objects.requireNonNull(visit.departure()).leftAt();
          case NewWithdrawal withdrawal -> withdrawal.enteredAt();
          case NewLimit limit -> limit.enteredAt();
        };
    DepartureRow row = timeline(message.person()).departure(message.place(), leftAt);
    return row != null && row.matched;
  }
}
