package vn.lachan.engine.tracing;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A small crowded world around one local midnight, drawn from a seed. Times are multiples of half a
 * minute so that equal and touching times are frequent; nothing keeps a person out of two places.
 */
final class RandomWorld {
  static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
  static final long MIDNIGHT = LocalDate.of(2021, 8, 2).atStartOfDay(ZONE).toEpochSecond();
  static final long BASE = MIDNIGHT - 900;
  static final long INDEX = 0;
  static final int PERSONS = 16;
  static final int PLACES = 4;

  private static final List<Setting> SETTINGS = List.copyOf(EnumSet.allOf(Setting.class));
  private static final int STEPS = 60;
  private static final int STEP_SECONDS = 30;

  final List<Visit> visits = new ArrayList<>();
  final List<PlaceTraits> traits = new ArrayList<>();
  final List<Encounter> encounters = new ArrayList<>();
  final Window window;
  final Rules rules;
  final int generations;
  final CrowdRule crowds;

  private final Random random;

  RandomWorld(long seed) {
    random = new Random(seed);
    int from = random.nextInt(STEPS / 2);
    window = new Window(time(from), time(from + 1 + random.nextInt(STEPS)));
    generations = 1 + random.nextInt(3);
    rules = rules();
    for (int i = random.nextInt(70); i > 0; i--) {
      visits.add(visit());
    }
    for (long place = 0; place < PLACES; place++) {
      traits.add(new PlaceTraits(place, SETTINGS.get(random.nextInt(SETTINGS.size()))));
    }
    for (int i = random.nextInt(8); i > 0; i--) {
      encounters.add(encounter());
    }
    crowds = random.nextBoolean() ? CrowdRule.NONE : crowds();
  }

  private CrowdRule crowds() {
    var decisions = new ArrayList<CrowdDecision>();
    for (int i = random.nextInt(8); i > 0; i--) {
      int from = random.nextInt(STEPS);
      int keep = random.nextInt(STEPS);
      decisions.add(
          new CrowdDecision(
              random.nextInt(PLACES),
              time(from),
              time(from + 1 + random.nextInt(STEPS)),
              random.nextBoolean() ? BASE - 1 : time(keep),
              random.nextBoolean() ? time(9 * STEPS) : time(keep + 1 + random.nextInt(STEPS)),
              random.nextInt(3),
              random.nextInt(3) == 0));
    }
    return new CrowdRule(1 + random.nextInt(4), decisions);
  }

  Setting setting(long place) {
    return traits.get((int) place).setting();
  }

  Tracer tracer() {
    return Tracer.open(INDEX, window, rules, generations, ZONE, Tracer.KEPT_EXPOSURES, crowds);
  }

  /** The visits as a bad line delivers them: in any order, some of them twice. */
  List<Visit> delivered() {
    var delivered = new ArrayList<>(visits);
    visits.stream().filter(_ -> random.nextBoolean()).forEach(delivered::add);
    Collections.shuffle(delivered, random);
    return delivered;
  }

  static BitSet bits(long from, long to) {
    var bits = new BitSet();
    if (from < to) {
      bits.set((int) (from - BASE), (int) (to - BASE));
    }
    return bits;
  }

  private Rules rules() {
    Rules plain = Rules.plain();
    var places = new EnumMap<Setting, PlaceRule>(Setting.class);
    PlaceRule same = placeRule();
    boolean differ = random.nextBoolean();
    for (Setting setting : Setting.values()) {
      places.put(setting, differ ? placeRule() : same);
    }
    Map<Source, EncounterRule> used =
        random.nextBoolean()
            ? Map.of()
            : Map.of(
                Source.HOUSEHOLD, EncounterRule.alwaysClose(),
                Source.BLUETOOTH, EncounterRule.closeFrom(3),
                Source.SUBSCRIBER, EncounterRule.neverClose());
    return new Rules(
        "random", "", "", "*", null, plain.validFrom(), null, "", plain.period(), places, used, 1);
  }

  private PlaceRule placeRule() {
    int minutes = random.nextInt(8) - 1;
    return new PlaceRule(
        minutes < 0 ? null : minutes,
        random.nextBoolean() ? 0 : random.nextInt(5),
        random.nextInt(3) == 0 ? ContactClass.CLOSE : ContactClass.CASUAL);
  }

  private Visit visit() {
    int entered = random.nextInt(STEPS);
    int steps = random.nextInt(10) == 0 ? random.nextInt(STEPS) : random.nextInt(12);
    return new Visit(
        random.nextInt(PERSONS),
        random.nextInt(PLACES),
        time(entered),
        time(entered + steps),
        random.nextBoolean());
  }

  private Encounter encounter() {
    Source[] sources = {Source.HOUSEHOLD, Source.BLUETOOTH, Source.SUBSCRIBER, Source.RESIDENCE};
    int from = random.nextInt(STEPS);
    return new Encounter(
        random.nextInt(PERSONS),
        random.nextInt(PERSONS),
        sources[random.nextInt(sources.length)],
        random.nextInt(PLACES + 1) - 1,
        time(from),
        time(from + random.nextInt(20)),
        Encounter.NO_ROWS);
  }

  private static long time(int step) {
    return BASE + (long) step * STEP_SECONDS;
  }
}
