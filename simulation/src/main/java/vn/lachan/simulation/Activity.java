package vn.lachan.simulation;

/** The classes of people who check in equally often, and the mean of each. */
final class Activity {
  private static final int[] AGES_BELOW = {6, 18, 71};
  private static final int CLASSES = 5;

  private Activity() {}

  static int of(World world, int person) {
    int age = world.age(person);
    if (age < AGES_BELOW[0]) {
      return 0;
    }
    if (age < AGES_BELOW[1]) {
      return 1;
    }
    if (age >= AGES_BELOW[2]) {
      return 2;
    }
    return world.people().workplace(person) >= 0 ? 3 : 4;
  }

  /** Check-ins a day of each class, scaled so that the whole province has the wanted mean. */
  static double[] means(World world) {
    double[] means = {0.4, 0.95, 0.55, 1.35, 0.95};
    long[] members = new long[CLASSES];
    for (int person = 0; person < world.people().people(); person++) {
      members[of(world, person)]++;
    }
    double sum = 0;
    for (int i = 0; i < CLASSES; i++) {
      sum += means[i] * members[i];
    }
    double wanted = world.spec().visitsPerPersonDay() / (1 + world.spec().repeatScanShare());
    double scale = wanted * world.people().people() / sum;
    for (int i = 0; i < CLASSES; i++) {
      means[i] *= scale;
    }
    return means;
  }
}
