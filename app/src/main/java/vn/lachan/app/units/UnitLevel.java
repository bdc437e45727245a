package vn.lachan.app.units;

/**
 * How high a unit stands. The length of its official code tells the level: two digits for a
 * province, three for a district, five for a commune.
 */
public enum UnitLevel {
  PROVINCE(1),
  DISTRICT(2),
  COMMUNE(3);

  private final int rank;

  UnitLevel(int rank) {
    this.rank = rank;
  }

  /** 1 for a province, 2 for a district, 3 for a commune. */
  public int rank() {
    return rank;
  }

  static UnitLevel ofCode(String code) {
    return switch (code.length()) {
      case 2 -> PROVINCE;
      case 3 -> DISTRICT;
      case 5 -> COMMUNE;
      default ->
          throw new IllegalArgumentException("no level has codes of " + code.length() + " digits");
    };
  }
}
