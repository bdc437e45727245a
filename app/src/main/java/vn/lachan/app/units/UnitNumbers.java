package vn.lachan.app.units;

/**
 * Unit numbers: era digit × 1,000,000 + level × 100,000 + code, for example 1_315_664 for the
 * township Triệu Sơn of 2021 and 2_315_664 for the commune of the same code since 1 July 2025. The
 * number is what records elsewhere store, and means the unit as it was entered, with its code
 * system. It can be worked out by anyone from hierarchy and code, so it never depends on the order
 * of loading; leading zeros of the code live in the unit's own column.
 */
public final class UnitNumbers {
  private static final int ERA = 1_000_000;
  private static final int LEVEL = 100_000;

  private UnitNumbers() {}

  /** The number of a unit, existing or not; throws IllegalArgumentException for no code at all. */
  public static int of(Hierarchy hierarchy, String code) {
    int number = 0;
    for (int i = 0; i < code.length(); i++) {
      int digit = code.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        throw new IllegalArgumentException("a unit code has digits only");
      }
      number = number * 10 + digit;
    }
    return hierarchy.era() * ERA + UnitLevel.ofCode(code).rank() * LEVEL + number;
  }

  /** The hierarchy to which a number belongs. */
  public static Hierarchy hierarchy(int id) {
    return Hierarchy.ofEra(id / ERA);
  }
}
