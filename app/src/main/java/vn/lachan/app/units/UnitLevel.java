package vn.lachan.app.units;

/**
 * How high a unit stands. The length of its official code tells the level: two digits for a
 * province, three for a district, five for a commune.
 */
public enum UnitLevel {
  PROVINCE(1, 2),
  DISTRICT(2, 3),
  COMMUNE(3, 5);

  private final int rank;
  private final int codeLength;

  UnitLevel(int rank, int codeLength) {
    this.rank = rank;
    this.codeLength = codeLength;
  }

  /** 1 for a province, 2 for a district, 3 for a commune. */
  public int rank() {
    return rank;
  }

  static UnitLevel ofCode(String code) {
    for (UnitLevel level : values()) {
      if (level.codeLength == code.length()) {
        return level;
      }
    }
    throw new IllegalArgumentException("no level has codes of " + code.length() + " digits");
  }
}
