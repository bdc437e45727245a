package vn.lachan.simulation;

import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * A synthetic province, settled from its specification and then only read: safe for several
 * threads. It keeps some twenty bytes a person; places, people and visits are computed when asked
 * for, and only one day's visits of each caller are held at a time.
 */
public final class SyntheticProvince {
  private static final double ROOM_FOR_CHANCE = 1.04;

  private final World world;
  private final double[] meanByActivity;
  private final Isolation isolation;
  private final List<SimulatedCase> cases;
  private final List<Transmission> transmissions;
  private final PlaceDescriber placeDescriber;
  private final PersonDescriber personDescriber;

  private SyntheticProvince(ProvinceSpec spec) {
    world = World.settle(spec);
    meanByActivity = Activity.means(world);
    Epidemic epidemic = new Epidemic(world, meanByActivity);
    isolation = epidemic.isolation();
    cases = epidemic.cases();
    transmissions = epidemic.transmissions();
    placeDescriber = new PlaceDescriber(world);
    personDescriber = new PersonDescriber(world);
  }

  /** Settles the province and lives through its epidemic, if it has one. */
  public static SyntheticProvince of(ProvinceSpec spec) {
    return new SyntheticProvince(spec);
  }

  public ProvinceSpec spec() {
    return world.spec();
  }

  public int places() {
    return world.places().places();
  }

  public int people() {
    return world.people().people();
  }

  public int households() {
    return world.people().households();
  }

  public SimulatedPlace place(int index) {
    return placeDescriber.describe(index);
  }

  public SimulatedPerson person(int index) {
    return personDescriber.describe(index);
  }

  public void forEachPlace(Consumer<SimulatedPlace> consumer) {
    for (int place = 0; place < places(); place++) {
      consumer.accept(place(place));
    }
  }

  public void forEachPerson(Consumer<SimulatedPerson> consumer) {
    for (int person = 0; person < people(); person++) {
      consumer.accept(person(person));
    }
  }

  /** The visits that begin on one day, 0 to days - 1, in the order of their beginnings. */
  public void visits(int day, VisitVisitor visitor) {
    stays(day).inOrder(spec().dayBegins(day), visitor);
  }

  /** The visits of all days, in order. */
  public void visits(VisitVisitor visitor) {
    for (int day = 0; day < spec().days(); day++) {
      visits(day, visitor);
    }
  }

  /** Everybody infected, in the order of infection, whether known yet or not. */
  public List<SimulatedCase> cases() {
    return cases;
  }

  /** Who infected whom, where and when: the truth that a trace can be measured against. */
  public List<Transmission> transmissions() {
    return transmissions;
  }

  /** The bytes of the arrays kept, and of one day's visits while they are handed out. */
  public long bytesHeld() {
    return world.people().bytes()
        + world.places().bytes()
        + (long) StayBuffer.BYTES_PER_STAY * expectedStays();
  }

  Timetable timetable() {
    return world.timetable();
  }

  boolean isMarket(int place) {
    return world.places().kind(place) == PlaceKind.MARKET;
  }

  /** The true stays of one day, departures that nobody scanned included. */
  StayBuffer stays(int day) {
    Objects.checkIndex(day, spec().days());
    StayBuffer buffer = new StayBuffer(expectedStays());
    new DaySimulation(world, meanByActivity, day).run(isolation, buffer);
    return buffer;
  }

  private int expectedStays() {
    return (int) (people() * spec().visitsPerPersonDay() * ROOM_FOR_CHANCE) + 1024;
  }
}
