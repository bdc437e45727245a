package vn.lachan.simulation;

/**
 * The course of one infection, in days of the province; a day may lie before its first or after its
 * last. Delays are of the size of the respiratory viruses of 2020-2021, shortened a little so that
 * three weeks hold four generations.
 */
record Infection(
    int person,
    int source,
    int chain,
    int generation,
    int onsetDay,
    int infectiousFromDay,
    boolean symptomatic,
    int sampleDay,
    long isolatedAt) {
  static final int NOBODY = -1;
  private static final int SECONDS_PER_HOUR = 3600;

  static Infection begin(
      ProvinceSpec spec, int person, int source, int chain, int generation, int infectedDay) {
    SeededStream stream = new SeededStream(spec.seed(), person, Purpose.COURSE);
    int onset = infectedDay + stream.between(3, 6);
    boolean symptomatic = stream.chance(0.75);
    int delay = delayDays(symptomatic, generation, stream);
    int sampleDay = onset + delay;
    int hour = stream.between(9, 19);
    long isolatedAt =
        spec.dayBegins(sampleDay)
            + (long) (stream.chance(0.4) ? 24 + hour : hour) * SECONDS_PER_HOUR;
    return new Infection(
        person,
        source,
        chain,
        generation,
        onset,
        Math.max(infectedDay + 1, onset - 2),
        symptomatic,
        sampleDay,
        isolatedAt);
  }

  boolean isInfectious(ProvinceSpec spec, int day) {
    return day >= infectiousFromDay
        && day <= infectiousFromDay + 10
        && isolatedAt > spec.dayBegins(day);
  }

  /** From onset to sample; nobody looks for the first of a chain, so they are found late. */
  private static int delayDays(boolean symptomatic, int generation, SeededStream stream) {
    if (generation == 0) {
      return stream.between(5, 7);
    }
    return symptomatic ? stream.between(2, 5) : stream.between(4, 9);
  }
}
