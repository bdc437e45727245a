package vn.lachan.simulation;

/**
 * One person's day, a function of the seed, the person and the day alone. First how often they
 * check in, then when (the profile of the day), then where at that hour; a stay ends before the
 * next begins. One object serves one thread on one day.
 */
final class Movement {
  private static final int MOST_VISITS = 6;
  private static final int SECONDS_PER_MINUTE = 60;
  private static final int LEAST_STAY_SECONDS = 45;
  private static final int LATEST_LEAVE_SECOND = 28 * 60 * 60;
  private static final int USUAL_PLACES = 3;
  private static final int NEIGHBOURS = 8;

  private final World world;
  private final PlaceTable places;
  private final PersonTable people;
  private final long seed;
  private final int day;
  private final DayKind dayKind;
  private final double[] noVisitByActivity;
  private final MarketDays marketDays;
  private final Recording recording;
  private final SeededStream stream = new SeededStream();
  private final int[] second = new int[MOST_VISITS];

  Movement(World world, int day, double[] meanByActivity) {
    this.world = world;
    this.places = world.places();
    this.people = world.people();
    this.seed = world.spec().seed();
    this.day = day;
    this.dayKind = DayKind.of(world.spec().date(day));
    this.noVisitByActivity = dayKind.noVisit(meanByActivity);
    this.marketDays = new MarketDays(world, day);
    this.recording = new Recording(world);
  }

  void personDay(int person, StaySink sink) {
    stream.begin(seed, person, Purpose.DAY + day);
    int visits = drawVisits(noVisitByActivity[Activity.of(world, person)]);
    for (int i = 0; i < visits; i++) {
      insertSorted(CheckInProfile.secondOfDay(stream), i);
    }
    for (int i = 0; i < visits; i++) {
      int next = i + 1 < visits ? second[i + 1] : LATEST_LEAVE_SECOND;
      visit(person, second[i], next, sink);
    }
  }

  /** A Poisson number (Knuth's product of uniforms), cut at {@value #MOST_VISITS}. */
  private int drawVisits(double noVisit) {
    int visits = 0;
    for (double product = stream.unit(); product > noVisit; product *= stream.unit()) {
      visits++;
      if (visits == MOST_VISITS) {
        break;
      }
    }
    return visits;
  }

  private void insertSorted(int value, int count) {
    int at = count;
    while (at > 0 && second[at - 1] > value) {
      second[at] = second[at - 1];
      at--;
    }
    second[at] = value;
  }

  private void visit(int person, int entered, int next, StaySink sink) {
    int part = Habits.part(entered);
    int workplace = people.workplace(person);
    boolean school = workplace >= 0 && places.kind(workplace) == PlaceKind.SCHOOL;
    boolean open = workplace >= 0 && marketDays.isOpen(workplace);
    boolean atWork =
        open && stream.chance(Habits.workShare(part, school) * dayKind.working(school));
    int place = atWork ? workplace : outing(person, part);
    int stay = atWork ? workSeconds(entered) : outingSeconds(places.kind(place));
    int left = Math.min(entered + stay, next - SECONDS_PER_MINUTE);
    left = Math.max(left, entered + LEAST_STAY_SECONDS);
    recording.record(person, place, entered, left, stream, sink);
  }

  /**
   * Until the end of the shift; whoever comes late stays shorter, whoever comes at night longer.
   */
  private int workSeconds(int entered) {
    int leaveMinute = entered < 11 * 60 * 60 ? stream.between(16 * 60, 18 * 60 + 30) : 0;
    int untilLeave = leaveMinute * SECONDS_PER_MINUTE - entered;
    int shift = stream.between(150, 420) * SECONDS_PER_MINUTE;
    return untilLeave > 0 ? Math.min(untilLeave, 12 * 60 * 60) : shift;
  }

  private int outingSeconds(PlaceKind kind) {
    int span = (kind.mostStayMinutes - kind.leastStayMinutes) * SECONDS_PER_MINUTE;
    double skewed = stream.unit() * stream.unit();
    return kind.leastStayMinutes * SECONDS_PER_MINUTE + (int) (span * skewed);
  }

  private int outing(int person, int part) {
    PlaceKind kind = Habits.outing(part, stream);
    if (kind.isForAdults() && world.age(person) < 16) {
      kind = PlaceKind.ESSENTIAL_SHOP;
    }
    int commune = destination(person);
    int place = places.pick(commune, kind, share(person, kind));
    return marketDays.isOpen(place)
        ? place
        : places.pick(commune, PlaceKind.ESSENTIAL_SHOP, stream.unit());
  }

  /** Mostly one of a few usual places; the first of a kind in a commune are the busier ones. */
  private double share(int person, PlaceKind kind) {
    double uniform = stream.unit();
    if (uniform < 0.7) {
      int purpose = Purpose.HABIT + kind.number() * USUAL_PLACES + stream.below(USUAL_PLACES);
      uniform = SeededStream.reduce(SeededStream.hash(seed, person, purpose), 1 << 20) * 0x1.0p-20;
    } else {
      uniform = stream.unit();
    }
    return uniform * (0.4 + 0.6 * uniform);
  }

  private int destination(int person) {
    int home = people.commune(person);
    double draw = stream.unit();
    if (draw < 0.82) {
      return home;
    }
    if (draw < 0.9 && people.workplace(person) >= 0) {
      return places.commune(people.workplace(person));
    }
    if (draw < 0.985) {
      int near = Math.min(NEIGHBOURS, world.geography().communes());
      return world.geography().near(home, stream.below(near));
    }
    return people.commune(stream.below(people.people()));
  }
}
