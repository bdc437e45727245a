package vn.lachan.engine.tracing;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The tracer once more, as plainly as can be: a bit a second, every person against every other. */
final class Oracle {
  record Found(int generation, ContactClass best, long minutes, long first, long last, long via) {}

  private record Edge(long via, ContactClass best, BitSet seconds, boolean measured) {}

  /** A crowd: who was there, and in which seconds of sources those who remain are exposed. */
  record Gathering(
      int generation,
      long place,
      BitSet window,
      Set<Long> visitors,
      Set<Long> remaining,
      BitSet kept,
      boolean narrowed,
      boolean held) {
    boolean exposes(long person) {
      return !held && remaining.contains(person);
    }
  }

  private final RandomWorld world;
  private final Map<Long, Found> found = new TreeMap<>();
  final List<Gathering> gatherings = new ArrayList<>();
  private List<Gathering> now = List.of();

  Oracle(RandomWorld world) {
    this.world = world;
  }

  Map<Long, Found> trace() {
    var sources = Map.of(RandomWorld.INDEX, world.window.from());
    for (int generation = 1; generation <= world.generations; generation++) {
      var next = new HashMap<Long, Long>();
      now = gather(generation, sources);
      gatherings.addAll(now);
      for (long person = 0; person < RandomWorld.PERSONS; person++) {
        var edges = new ArrayList<Edge>();
        if (person != RandomWorld.INDEX && !found.containsKey(person)) {
          long contact = person;
          sources.forEach((via, from) -> edges(via, from, contact, edges));
        }
        if (!edges.isEmpty()) {
          Found contact = sumUp(generation, edges);
          if (contact.best == ContactClass.CLOSE) {
            next.put(person, contact.first);
          }
          found.put(person, contact);
        }
      }
      sources = next;
    }
    return found;
  }

  private List<Gathering> gather(int generation, Map<Long, Long> sources) {
    var all = new ArrayList<Gathering>();
    for (long place = 0; place < RandomWorld.PLACES; place++) {
      long air = world.rules.at(world.setting(place)).airOutMinutes() * 60L;
      var exposing = new BitSet();
      var mattering = new BitSet();
      for (var source : sources.entrySet()) {
        BitSet stays = present(source.getKey(), place);
        stays.and(RandomWorld.bits(source.getValue(), world.window.to()));
        exposing.or(stays);
        for (BitSet stay : runs(stays)) {
          mattering.or(RandomWorld.bits(stay.nextSetBit(0) + RandomWorld.BASE, end(stay) + air));
        }
      }
      for (BitSet window : runs(mattering)) {
        gather(generation, place, window, and(exposing, window), all);
      }
    }
    return all;
  }

  private void gather(
      int generation, long place, BitSet window, BitSet exposing, List<Gathering> all) {
    var visitors = new HashSet<Long>();
    for (long person = 1; person < RandomWorld.PERSONS; person++) {
      if (!found.containsKey(person) && present(person, place).intersects(window)) {
        visitors.add(person);
      }
    }
    if (visitors.size() <= world.crowds.visitors()) {
      return;
    }
    CrowdDecision decided = null;
    for (CrowdDecision each : world.crowds.decisions()) {
      if (each.place() == place && window.intersects(RandomWorld.bits(each.from(), each.to()))) {
        decided = each;
      }
    }
    BitSet kept = (BitSet) exposing.clone();
    var remaining = new HashSet<>(visitors);
    boolean narrowed = false;
    if (decided != null) {
      long start = window.nextSetBit(0) + RandomWorld.BASE;
      narrowed =
          decided.minimumMinutes() > 0
              || decided.keepFrom() > start
              || decided.keepTo() < end(window);
    }
    if (decided != null && narrowed) {
      long keepFrom = Math.max(decided.keepFrom(), RandomWorld.BASE);
      kept.and(RandomWorld.bits(keepFrom, decided.keepTo()));
      int least = Math.max(1, decided.minimumMinutes() * 60);
      remaining.removeIf(person -> and(present(person, place), kept).cardinality() < least);
    }
    boolean listed =
        decided != null
            && (decided.includeAll() || (narrowed && remaining.size() <= world.crowds.visitors()));
    all.add(new Gathering(generation, place, window, visitors, remaining, kept, narrowed, !listed));
  }

  /** Seconds in which a source's stays at a place expose somebody. */
  private BitSet exposing(BitSet stays, long place, long contact) {
    var exposing = (BitSet) stays.clone();
    for (Gathering gathering : now) {
      if (gathering.place == place) {
        var lost = (BitSet) gathering.window.clone();
        if (gathering.exposes(contact)) {
          lost.andNot(gathering.kept);
        }
        exposing.andNot(lost);
      }
    }
    return exposing;
  }

  /** Whether the air that a stay left behind counts. */
  private boolean lingers(BitSet stay, long place, long contact) {
    return now.stream()
        .filter(gathering -> gathering.place == place && gathering.window.intersects(stay))
        .allMatch(gathering -> gathering.exposes(contact) && !gathering.narrowed);
  }

  private void edges(long via, long from, long contact, List<Edge> edges) {
    BitSet window = RandomWorld.bits(from, world.window.to());
    for (long place = 0; place < RandomWorld.PLACES; place++) {
      PlaceRule rule = world.rules.at(world.setting(place));
      BitSet theirs = present(contact, place);
      BitSet exposing = present(via, place);
      exposing.and(window);
      BitSet both = and(theirs, exposing(exposing, place, contact));
      days(both)
          .forEach(
              (_, bits) -> edges.add(new Edge(via, rule.judge(bits.cardinality()), bits, true)));
      for (BitSet stay : runs(exposing)) {
        for (BitSet entered : runs(theirs)) {
          BitSet air = RandomWorld.bits(end(stay), end(stay) + rule.airOutMinutes() * 60L);
          if (air.get(entered.nextSetBit(0)) && lingers(stay, place, contact)) {
            edges.add(new Edge(via, rule.lingeringClass(), and(entered, air), false));
          }
        }
      }
    }
    for (var rule : world.rules.encounters().entrySet()) {
      for (long place = -1; place < RandomWorld.PLACES; place++) {
        encounterEdges(rule, place, via, contact, window, edges);
      }
    }
  }

  private void encounterEdges(
      Map.Entry<Source, EncounterRule> ruled,
      long place,
      long via,
      long contact,
      BitSet window,
      List<Edge> edges) {
    Source source = ruled.getKey();
    EncounterRule rule = ruled.getValue();
    var together = new BitSet();
    for (Encounter e : world.encounters) {
      boolean ofThese = Set.of(via, contact).equals(pair(e));
      if (ofThese && e.source() == source && e.place() == place) {
        together.or(RandomWorld.bits(e.from(), e.to()));
      }
    }
    days(and(together, window))
        .forEach(
            (_, bits) ->
                edges.add(
                    new Edge(via, rule.judge(bits.cardinality(), 0), bits, source.measured())));
  }

  private static Set<Long> pair(Encounter e) {
    return new HashSet<>(List.of(e.personA(), e.personB()));
  }

  private BitSet present(long person, long place) {
    var present = new BitSet();
    world.visits.stream()
        .filter(visit -> visit.person() == person && visit.place() == place)
        .forEach(visit -> present.or(RandomWorld.bits(visit.enteredAt(), visit.leftAt())));
    return present;
  }

  private static Found sumUp(int generation, List<Edge> edges) {
    Edge all = join(edges);
    var through = new TreeMap<Long, List<Edge>>();
    edges.forEach(edge -> through.computeIfAbsent(edge.via, _ -> new ArrayList<>()).add(edge));
    List<Edge> best =
        through.values().stream()
            .min(
                Comparator.comparing((List<Edge> some) -> join(some).best)
                    .thenComparing(some -> -measured(some))
                    .thenComparing(some -> join(some).seconds.nextSetBit(0))
                    .thenComparing(some -> some.getFirst().via))
            .orElseThrow();
    return new Found(
        generation,
        all.best,
        measured(edges) / 60,
        all.seconds.nextSetBit(0) + RandomWorld.BASE,
        end(all.seconds),
        best.getFirst().via);
  }

  private static int measured(List<Edge> edges) {
    var seconds = new BitSet();
    edges.stream().filter(Edge::measured).forEach(edge -> seconds.or(edge.seconds));
    return seconds.cardinality();
  }

  private static Edge join(List<Edge> edges) {
    var seconds = new BitSet();
    edges.forEach(edge -> seconds.or(edge.seconds));
    ContactClass best = edges.stream().map(Edge::best).min(Comparator.naturalOrder()).orElseThrow();
    return new Edge(edges.getFirst().via, best, seconds, true);
  }

  private static Map<Boolean, BitSet> days(BitSet bits) {
    var days = new HashMap<Boolean, BitSet>();
    for (BitSet run : runs(bits)) {
      boolean nextDay = run.nextSetBit(0) + RandomWorld.BASE >= RandomWorld.MIDNIGHT;
      days.computeIfAbsent(nextDay, _ -> new BitSet()).or(run);
    }
    return days;
  }

  private static List<BitSet> runs(BitSet bits) {
    var runs = new ArrayList<BitSet>();
    for (int from = bits.nextSetBit(0); from >= 0; ) {
      int to = bits.nextClearBit(from);
      runs.add(RandomWorld.bits(from + RandomWorld.BASE, to + RandomWorld.BASE));
      from = bits.nextSetBit(to);
    }
    return runs;
  }

  private static long end(BitSet bits) {
    return bits.length() + RandomWorld.BASE;
  }

  private static BitSet and(BitSet one, BitSet other) {
    var both = (BitSet) one.clone();
    both.and(other);
    return both;
  }
}
