package vn.lachan.simulation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A few chains of infection through the days that are really lived: an infectious person infects
 * people who are at the same place at the same time. Isolation begins at least a day after an
 * infection, so each day can be generated again afterwards exactly as it was.
 */
final class Epidemic {
  private static final int LEAST_OVERLAP_SECONDS = 15 * 60;
  private static final int LARGEST_CHAIN = 30;
  private static final int CERTAIN_GENERATIONS = 3;
  private static final double MEAN_INFECTED_PER_DAY = 0.35;
  private static final double MEAN_INFECTED_AT_EVENT = 2.5;

  private final World world;
  private final ProvinceSpec spec;
  private final Isolation isolation = new Isolation();
  private final List<Infection> infections = new ArrayList<>();
  private final List<Transmission> transmissions = new ArrayList<>();
  private final Set<Integer> infected = new HashSet<>();
  private final Set<Integer> sources = new HashSet<>();
  private final int[] chainSize;

  Epidemic(World world, double[] meanByActivity) {
    this.world = world;
    this.spec = world.spec();
    this.chainSize = new int[spec.chains()];
    for (int chain = 0; chain < spec.chains(); chain++) {
      beginChain(chain);
    }
    for (int day = 0; day < spec.days(); day++) {
      List<Infection> infectious = infectious(day);
      if (!infectious.isEmpty()) {
        spread(day, infectious, new DaySimulation(world, meanByActivity, day));
      }
    }
  }

  Isolation isolation() {
    return isolation;
  }

  List<Transmission> transmissions() {
    return List.copyOf(transmissions);
  }

  List<SimulatedCase> cases() {
    return infections.stream().map(this::simulatedCase).toList();
  }

  /** The first of a chain is a working adult, infected elsewhere shortly before or in the span. */
  private void beginChain(int chain) {
    SeededStream stream = new SeededStream(spec.seed(), chain, Purpose.INDEX_CASE);
    int latest = chain == 0 ? 0 : spec.days() / 3;
    int day = stream.between(-2, latest) - 1;
    for (int attempt = 0; attempt < 1_000; attempt++) {
      int person = stream.below(world.people().people());
      int age = world.age(person);
      if (age >= 20 && age <= 58 && world.people().workplace(person) >= 0) {
        infect(person, Infection.NOBODY, chain, 0, day);
        return;
      }
    }
  }

  private boolean infect(int person, int source, int chain, int generation, int day) {
    if (chainSize[chain] >= LARGEST_CHAIN || !infected.add(person)) {
      return false;
    }
    Infection infection = Infection.begin(spec, person, source, chain, generation, day);
    infections.add(infection);
    isolation.isolate(person, infection.isolatedAt());
    chainSize[chain]++;
    return true;
  }

  private List<Infection> infectious(int day) {
    return infections.stream().filter(infection -> infection.isInfectious(spec, day)).toList();
  }

  private void spread(int day, List<Infection> infectious, DaySimulation simulation) {
    BitSet people = new BitSet();
    infectious.forEach(infection -> people.set(infection.person()));
    CoPresence together = new CoPresence(simulation, isolation, people);
    SeededStream stream = new SeededStream();
    for (Infection infection : infectious) {
      stream.begin(spec.seed(), infection.person(), Purpose.EPIDEMIC_DAY + day);
      spreadFrom(
          infection, together.meetings(infection.person(), LEAST_OVERLAP_SECONDS), day, stream);
    }
  }

  private void spreadFrom(
      Infection source, List<CoPresence.Meeting> meetings, int day, SeededStream stream) {
    if (meetings.isEmpty()) {
      return;
    }
    boolean event =
        meetings.stream().anyMatch(meeting -> world.places().kind(meeting.place()).isEvent());
    int wanted = poisson(event ? MEAN_INFECTED_AT_EVENT : MEAN_INFECTED_PER_DAY, stream);
    boolean mustGoOn =
        source.generation() < CERTAIN_GENERATIONS && !sources.contains(source.person());
    for (int i = 0; i < Math.max(wanted, mustGoOn ? 1 : 0); i++) {
      CoPresence.Meeting meeting = meetings.get(stream.below(meetings.size()));
      int person = meeting.person();
      if (infect(person, source.person(), source.chain(), source.generation() + 1, day)) {
        sources.add(source.person());
        long second = stream.between(meeting.from(), meeting.to() - 1);
        Instant at = Instant.ofEpochSecond(spec.dayBegins(day) + second);
        transmissions.add(new Transmission(source.person(), person, meeting.place(), at));
      }
    }
  }

  private static int poisson(double mean, SeededStream stream) {
    int count = 0;
    double none = Math.exp(-mean);
    for (double product = stream.unit(); product > none; product *= stream.unit()) {
      count++;
    }
    return count;
  }

  private SimulatedCase simulatedCase(Infection infection) {
    boolean sampled = infection.sampleDay() < spec.days();
    Instant isolatedAt = Instant.ofEpochSecond(infection.isolatedAt());
    @Nullable Integer source = infection.source() == Infection.NOBODY ? null : infection.source();
    return new SimulatedCase(
        infection.person(),
        source,
        spec.date(infection.onsetDay()),
        sampled ? spec.date(infection.sampleDay()) : null,
        isolatedAt.isBefore(spec.end()) ? isolatedAt : null,
        infection.symptomatic(),
        infection.chain(),
        infection.generation());
  }
}
