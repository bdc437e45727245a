package vn.lachan.app.gates;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lachan.app.people.People;
import vn.lachan.app.people.PersonDestroyed;
import vn.lachan.app.people.PersonHolder;
import vn.lachan.app.tracing.SharedRides;
import vn.lachan.engine.tracing.Encounter;
import vn.lachan.engine.tracing.Source;

/**
 * What trips mean to other modules: their people shared a vehicle, their identity is needed as long
 * as the trip is held, and what was sealed goes with the person.
 */
@Component
class TripHolder implements PersonHolder, SharedRides {
  private final TripTable table;
  private final People people;
  private final GatesSettings settings;

  TripHolder(TripTable table, People people, GatesSettings settings) {
    this.table = table;
    this.people = people;
    this.settings = settings;
  }

  @Override
  public Set<Long> held(Collection<Long> records, Instant since) {
    return new HashSet<>(table.held(records));
  }

  /** In the transaction of the destruction. */
  @EventListener
  void on(PersonDestroyed destroyed) {
    table.destroy(destroyed.records());
  }

  /**
   * Rows of seats that nobody noted count as the same row: everybody in a closed vehicle shares its
   * air, and an officer can judge a coach better than a guess can.
   */
  @Override
  @Transactional(readOnly = true)
  public List<Encounter> of(Collection<Long> persons, Instant from, Instant to) {
    if (persons.isEmpty()) {
      return List.of();
    }
    List<Long> records =
        people
            .recordsOf(people.canonical(persons).values().stream().distinct().toList())
            .values()
            .stream()
            .flatMap(List::stream)
            .toList();
    long before = 60L * settings.rideMinutes();
    List<TripTable.Pair> pairs = table.pairs(records, from, to.plusSeconds(before));
    Set<Long> all = new HashSet<>();
    pairs.forEach(pair -> all.addAll(List.of(pair.personA(), pair.personB())));
    Map<Long, Long> canonical = all.isEmpty() ? Map.of() : people.canonical(all);
    List<Encounter> rides = new ArrayList<>();
    for (TripTable.Pair pair : pairs) {
      long one = Objects.requireNonNull(canonical.get(pair.personA()));
      long other = Objects.requireNonNull(canonical.get(pair.personB()));
      if (one != other) {
        rides.add(
            new Encounter(
                one,
                other,
                Source.VEHICLE_SEAT,
                pair.place(),
                pair.at().getEpochSecond() - before,
                pair.at().getEpochSecond() + 1,
                rowsApart(pair)));
      }
    }
    return rides;
  }

  private static int rowsApart(TripTable.Pair pair) {
    Integer one = pair.rowA();
    Integer other = pair.rowB();
    return one == null || other == null ? 0 : Math.abs(one - other);
  }
}
