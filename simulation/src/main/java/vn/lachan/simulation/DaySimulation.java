package vn.lachan.simulation;

import java.util.BitSet;

/** One day of everybody, in the order of events first and people after, for one thread. */
final class DaySimulation {
  private final World world;
  private final int day;
  private final DayEvents events;
  private final Movement movement;

  DaySimulation(World world, double[] meanByActivity, int day) {
    this.world = world;
    this.day = day;
    this.events = new DayEvents(world, day);
    this.movement = new Movement(world, day, meanByActivity);
  }

  /** The stays of a few people, the same as among everybody's. */
  void run(BitSet only, Isolation isolation, StaySink sink) {
    PossibleStays possible = new PossibleStays(world, day, isolation, sink);
    events.replay(
        (person, place, entered, left, scannedOut, capture) -> {
          if (only.get(person)) {
            possible.stay(person, place, entered, left, scannedOut, capture);
          }
        });
    only.stream()
        .filter(person -> !events.isBusy(person))
        .forEach(person -> movement.personDay(person, possible));
  }

  /** Everybody's stays. */
  void run(Isolation isolation, StaySink sink) {
    PossibleStays possible = new PossibleStays(world, day, isolation, sink);
    events.replay(possible);
    int people = world.people().people();
    for (int person = 0; person < people; person++) {
      if (!events.isBusy(person)) {
        movement.personDay(person, possible);
      }
    }
  }
}
