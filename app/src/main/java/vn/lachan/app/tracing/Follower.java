package vn.lachan.app.tracing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lachan.app.visits.Followed;
import vn.lachan.app.visits.Followed.Change;

/**
 * Follows the received order of visits and has each open trace computed anew that a change touches.
 * One step is one transaction: the cursor moves only together with what it led to, so a restart, or
 * another copy of the program, continues exactly there.
 */
@Component
class Follower {
  /** Traces computed anew in one step because time passed. */
  private static final int DUE_ROWS = 20;

  /** Changes of households, residences and places taken up in one step. */
  private static final int OUTSIDE_ROWS = 10_000;

  private final FollowerTable table;
  private final TraceTable traces;
  private final TraceKeeper keeper;
  private final TraceSources sources;
  private final TracingSettings settings;
  private final TransactionTemplate transactions;

  Follower(
      FollowerTable table,
      TraceTable traces,
      TraceKeeper keeper,
      TraceSources sources,
      TracingSettings settings,
      TransactionTemplate transactions) {
    this.table = table;
    this.traces = traces;
    this.keeper = keeper;
    this.sources = sources;
    this.settings = settings;
    this.transactions = transactions;
  }

  /**
   * Takes one step, if no other copy is taking one.
   *
   * @return whether something was read, so that another step is worth taking at once
   */
  boolean step(Instant now) {
    return Boolean.TRUE.equals(transactions.execute(_ -> stepInside(now)));
  }

  private boolean stepInside(Instant now) {
    OptionalLong cursor = table.lockCursor();
    if (cursor.isEmpty()) {
      return false;
    }
    if (table.noneOpen()) {
      table.takeAliasChanges();
      table.takeOutside(OUTSIDE_ROWS);
      table.advance(cursor.getAsLong(), Math.max(cursor.getAsLong(), sources.head()));
      return false;
    }
    long from = table.followFrom(cursor.getAsLong());
    Followed followed = sources.follow(from, settings.followGroups());
    Map<Long, Causes> touched = new LinkedHashMap<>();
    touchedByMerges().forEach(trace -> touched.put(trace, Causes.all(Cause.MERGE)));
    touchedFromOutside(now).forEach(touched::putIfAbsent);
    touchedByVisits(followed.changes()).forEach(touched::putIfAbsent);
    for (long trace : traces.due(now, DUE_ROWS)) {
      touched.putIfAbsent(trace, Causes.all(Cause.REFRESHED));
    }
    keeper.again(touched, TraceKeeper.By.FOLLOWER, now);
    table.advance(cursor.getAsLong(), followed.cursor());
    return followed.cursor() > from || !touched.isEmpty();
  }

  private Set<Long> touchedByMerges() {
    Set<Long> records = table.takeAliasChanges();
    if (records.isEmpty()) {
      return Set.of();
    }
    Set<Long> persons = new HashSet<>(records);
    persons.addAll(sources.canonical(records).values());
    return table.withPersons(persons);
  }

  /** What a trace is told first is why it is computed, so a household comes before a place. */
  private Map<Long, Causes> touchedFromOutside(Instant now) {
    Map<FollowerTable.Outside, Set<Long>> taken = table.takeOutside(OUTSIDE_ROWS);
    Map<Long, Causes> touched = new LinkedHashMap<>();
    Set<Long> moved = taken.getOrDefault(FollowerTable.Outside.RESIDENCE, Set.of());
    if (!moved.isEmpty()) {
      keeper.moved(Set.copyOf(sources.canonical(moved).values()), now);
    }
    Set<Long> households = taken.getOrDefault(FollowerTable.Outside.HOUSEHOLD, Set.of());
    if (!households.isEmpty()) {
      Set<Long> persons = Set.copyOf(sources.canonical(households).values());
      table.withPersons(persons).forEach(trace -> touched.put(trace, Causes.all(Cause.HOUSEHOLD)));
    }
    Set<Long> places = taken.getOrDefault(FollowerTable.Outside.PLACE, Set.of());
    if (!places.isEmpty()) {
      table
          .withPlaces(places)
          .forEach(trace -> touched.putIfAbsent(trace, Causes.all(Cause.PLACE)));
    }
    return touched;
  }

  private Map<Long, Causes> touchedByVisits(List<Change> changes) {
    if (changes.isEmpty()) {
      return Map.of();
    }
    Set<Long> records = new HashSet<>();
    changes.forEach(change -> records.add(change.visit().person()));
    Map<Long, Long> canonical = sources.canonical(records);
    List<Touch> touches = new ArrayList<>();
    for (Change change : changes) {
      long record = change.visit().person();
      touches.add(Touch.of(change, canonical.getOrDefault(record, record)));
    }
    Map<Long, List<Touch>> byTrace = new LinkedHashMap<>();
    for (FollowerTable.Hit hit : table.touched(touches)) {
      byTrace.computeIfAbsent(hit.trace(), _ -> new ArrayList<>()).add(touches.get(hit.touch()));
    }
    Map<Long, Causes> causes = new LinkedHashMap<>();
    byTrace.forEach((trace, hits) -> causes.put(trace, causes(hits)));
    return causes;
  }

  /** What can take a contact away comes before what can only add one. */
  private static Causes causes(List<Touch> hits) {
    Map<Long, Cause> byPerson = new HashMap<>();
    Set<Cause> all = EnumSet.noneOf(Cause.class);
    for (Touch hit : hits) {
      byPerson.merge(hit.person(), hit.cause(), Follower::stronger);
      all.add(hit.cause());
    }
    Cause general = all.stream().reduce(Follower::stronger).orElse(Cause.LATE_VISIT);
    return new Causes(byPerson, general);
  }

  private static Cause stronger(Cause one, Cause other) {
    List<Cause> order = List.of(Cause.WITHDRAWAL, Cause.DEPARTURE, Cause.LATE_VISIT);
    return order.indexOf(one) <= order.indexOf(other) ? one : other;
  }
}
