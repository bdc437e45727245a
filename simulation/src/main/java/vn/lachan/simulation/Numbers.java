package vn.lachan.simulation;

import java.util.Locale;

/** Phone and citizen numbers: different people get different ones, spread as if at random. */
final class Numbers {
  /**
   * Two-digit beginnings of mobile length that, as far as is known, no operator in the country has,
   * so that a message of a drill which escapes reaches nobody.
   */
  private static final int[] UNUSED_PHONE_BLOCKS = {53, 54, 57, 71, 72, 73, 74, 75};

  private static final int NUMBERS_PER_BLOCK = 10_000_000;
  private static final int PHONES = UNUSED_PHONE_BLOCKS.length * NUMBERS_PER_BLOCK;
  private static final int SERIALS = 1_000_000;
  private static final long STRIDE = 48_271_737;
  private static final int CENTURY = 100;

  private final long seed;
  private final String birthProvinceCode;

  Numbers(ProvinceSpec spec) {
    seed = spec.seed();
    birthProvinceCode = spec.birthProvinceCode();
  }

  /** The phone of a subscriber, counted from 0: digits with the country code. */
  String phone(int subscriber) {
    int number = scatter(subscriber, PHONES, 1);
    return String.format(
        Locale.ROOT,
        "84%d%07d",
        UNUSED_PHONE_BLOCKS[number / NUMBERS_PER_BLOCK],
        number % NUMBERS_PER_BLOCK);
  }

  /**
   * Three digits of the province, one of century and sex (0 and 1 for a man and a woman born in the
   * 1900s, 2 and 3 in the 2000s), two of the birth year, six of a series: Decree 137/2015/NĐ-CP.
   */
  String citizenNumber(int birthYear, Sex sex, int rankInBirthYear) {
    int centuryAndSex = 2 * (birthYear / CENTURY - 19) + sex.number();
    int key = birthYear * 2 + sex.number();
    return String.format(
        Locale.ROOT,
        "%s%d%02d%06d",
        birthProvinceCode,
        centuryAndSex,
        birthYear % CENTURY,
        scatter(rankInBirthYear, SERIALS, key));
  }

  /** A bijection of [0, range), as the stride shares no factor with a power of ten times two. */
  private int scatter(int index, int range, int key) {
    long shift = SeededStream.reduce(SeededStream.hash(seed, key, Purpose.NUMBERS), range);
    return (int) ((index * STRIDE + shift) % range);
  }
}
