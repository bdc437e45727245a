package vn.lachan.simulation;

import java.util.random.RandomGenerator;

/**
 * The random stream that belongs to one subject, such as one person on one day: SplitMix64 (Steele,
 * Lea and Flood, 2014) started from a hash of the seed and two keys. One object serves many
 * subjects in turn, so that the hot loop allocates nothing and each subject's numbers depend on
 * nobody else's.
 */
final class SeededStream implements RandomGenerator {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;
  private static final double UNIT = 0x1.0p-53;

  private long state;

  SeededStream() {}

  SeededStream(long seed, long subject, long purpose) {
    begin(seed, subject, purpose);
  }

  /** Starts the stream of another subject. */
  void begin(long seed, long subject, long purpose) {
    state = hash(seed, subject, purpose);
  }

  @Override
  public long nextLong() {
    state += GOLDEN;
    return mix(state);
  }

  /** A whole number in [0, bound), by multiplication: the bias is below bound / 2^32. */
  int below(int bound) {
    return (int) (((nextLong() >>> 32) * bound) >>> 32);
  }

  /** A number in [0, 1). */
  double unit() {
    return (nextLong() >>> 11) * UNIT;
  }

  boolean chance(double probability) {
    return unit() < probability;
  }

  /** A whole number in [least, most]. */
  int between(int least, int most) {
    return least + below(most - least + 1);
  }

  static long hash(long seed, long subject, long purpose) {
    return mix(mix(mix(seed + GOLDEN) + subject * 0xD1342543DE82EF95L) + purpose * GOLDEN);
  }

  /** Maps a hash evenly to [0, bound). */
  static int reduce(long hash, int bound) {
    return (int) (((hash >>> 32) * bound) >>> 32);
  }

  private static long mix(long value) {
    long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return mixed ^ (mixed >>> 31);
  }
}
