package vn.lachan.engine.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class TracerOracleTests {
  private static final int WORLDS = 4_000;

  @Test
  void tracerAgreesWithTheOracleInRandomWorlds() {
    int contacts = 0;
    int furthest = 0;
    var outcomes = new EnumMap<Crowd.Outcome, Integer>(Crowd.Outcome.class);
    for (long seed = 0; seed < WORLDS; seed++) {
      var world = new RandomWorld(seed);
      TraceResult result = everythingGiven(world);
      var oracle = new Oracle(world);
      assertThat(found(result)).as("seed %d", seed).isEqualTo(oracle.trace());
      assertThat(crowds(result)).as("seed %d", seed).isEqualTo(crowds(oracle));
      result.crowds().forEach(crowd -> outcomes.merge(crowd.outcome(), 1, Integer::sum));
      contacts += result.contacts().size();
      furthest += result.generation(3).size();
    }
    assertThat(contacts).isGreaterThan(WORLDS);
    assertThat(furthest).isGreaterThan(WORLDS / 40);
    assertThat(outcomes).hasSize(Crowd.Outcome.values().length);
  }

  @Test
  void rowsNobodyAskedForChangeNothing() {
    for (long seed = 0; seed < WORLDS; seed++) {
      var world = new RandomWorld(seed);
      TraceResult everything = everythingGiven(world);
      assertThat(onlyAskedGiven(world).contacts())
          .as("seed %d", seed)
          .isEqualTo(everything.contacts());
    }
  }

  @Test
  void everyContactRestsOnItsEvidence() {
    for (long seed = 0; seed < WORLDS; seed++) {
      var world = new RandomWorld(seed);
      TraceResult result = everythingGiven(world);
      for (Contact contact : result.contacts()) {
        assertRestsOnEvidence(result, contact, "seed " + seed + " " + contact);
      }
    }
  }

  private static void assertRestsOnEvidence(TraceResult result, Contact contact, String what) {
    assertThat(contact.exposures()).as(what).hasSize(contact.exposureCount());
    assertThat(contact.mainExposure().via()).as(what).isEqualTo(contact.via());
    assertThat(contact.mainExposure().contactClass()).as(what).isEqualTo(contact.contactClass());
    assertThat(contact.exposures().stream().mapToLong(Exposure::firstAt).min())
        .as(what)
        .hasValue(contact.firstAt());
    assertThat(contact.exposures().stream().mapToLong(Exposure::lastAt).max())
        .as(what)
        .hasValue(contact.lastAt());
    List<Long> path = result.path(contact.person()).orElseThrow().persons();
    assertThat(path).as(what).hasSize(contact.generation() + 1).endsWith(RandomWorld.INDEX);
  }

  private static TraceResult everythingGiven(RandomWorld world) {
    return new TraceInMemory(VisitRows.of(world.delivered()), world.traits, world.encounters)
        .run(world.tracer());
  }

  /** A store that gives exactly what was asked for, as the database will. */
  private static TraceResult onlyAskedGiven(RandomWorld world) {
    Tracer tracer = world.tracer();
    for (Optional<Needs> needs = tracer.needs(); needs.isPresent(); needs = tracer.needs()) {
      switch (needs.get()) {
        case Needs.StaysOf(var windows) ->
            tracer.supplyVisits(
                world.visits.stream()
                    .filter(
                        v ->
                            windows.stream()
                                .anyMatch(
                                    w ->
                                        w.person() == v.person()
                                            && w.from() < v.leftAt()
                                            && v.enteredAt() < w.to()))
                    .toList());
        case Needs.PresentAt(var windows) ->
            tracer.supplyVisits(
                world.visits.stream()
                    .filter(
                        v ->
                            windows.stream()
                                .anyMatch(
                                    w ->
                                        w.place() == v.place()
                                            && w.from() < v.leftAt()
                                            && v.enteredAt() < w.to()))
                    .toList());
        case Needs.TraitsOf(var places) ->
            tracer.supplyTraits(
                world.traits.stream().filter(t -> places.contains(t.place())).toList());
        case Needs.EncountersOf(var windows, var sources) ->
            tracer.supplyEncounters(
                world.encounters.stream()
                    .filter(e -> sources.contains(e.source()))
                    .filter(
                        e ->
                            windows.stream()
                                .anyMatch(
                                    w ->
                                        (w.person() == e.personA() || w.person() == e.personB())
                                            && w.from() < e.to()
                                            && e.from() < w.to()))
                    .toList());
      }
    }
    return tracer.result();
  }

  private static Set<String> crowds(TraceResult result) {
    var crowds = new TreeSet<String>();
    for (Crowd crowd : result.crowds()) {
      PlaceWindow window = crowd.window();
      crowds.add(
          words(
              crowd.generation(),
              window.place(),
              window.from(),
              window.to(),
              crowd.visitors(),
              crowd.contacts(),
              crowd.sourceMinutes(),
              crowd.outcome() == Crowd.Outcome.HELD_BACK));
    }
    return crowds;
  }

  private static Set<String> crowds(Oracle oracle) {
    var crowds = new TreeSet<String>();
    for (Oracle.Gathering crowd : oracle.gatherings) {
      long from = crowd.window().nextSetBit(0) + RandomWorld.BASE;
      crowds.add(
          words(
              crowd.generation(),
              crowd.place(),
              from,
              crowd.window().length() + RandomWorld.BASE,
              crowd.visitors().size(),
              crowd.remaining().size(),
              crowd.kept().cardinality() / 60,
              crowd.held()));
    }
    return crowds;
  }

  private static String words(Object... values) {
    return Arrays.toString(values);
  }

  private static Map<Long, Oracle.Found> found(TraceResult result) {
    var found = new TreeMap<Long, Oracle.Found>();
    for (Contact c : new ArrayList<>(result.contacts())) {
      found.put(
          c.person(),
          new Oracle.Found(
              c.generation(), c.contactClass(), c.minutes(), c.firstAt(), c.lastAt(), c.via()));
    }
    return found;
  }
}
