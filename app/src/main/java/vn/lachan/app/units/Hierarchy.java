package vn.lachan.app.units;

import java.time.LocalDate;
import java.time.Month;
import org.jspecify.annotations.Nullable;

/**
 * The two shapes the country's administration has had: province, district and commune until 30 June
 * 2025, province and commune since 1 July 2025 (resolution 202/2025/QH15). The first is held as it
 * stood on 1 July 2021. A code means a unit only together with its hierarchy: codes survived the
 * change, and some now belong to a larger unit of another name.
 */
public enum Hierarchy {
  WITH_DISTRICTS(1),
  WITHOUT_DISTRICTS(2);

  public static final LocalDate WITHOUT_DISTRICTS_FROM = LocalDate.of(2025, Month.JULY, 1);

  private final int era;

  Hierarchy(int era) {
    this.era = era;
  }

  /** The first digit of every unit number of this hierarchy. */
  public int era() {
    return era;
  }

  /** The hierarchy in force on a day; any day before 1 July 2025 means the one with districts. */
  public static Hierarchy on(LocalDate day) {
    return day.isBefore(WITHOUT_DISTRICTS_FROM) ? WITH_DISTRICTS : WITHOUT_DISTRICTS;
  }

  /** The first day that is known for units of this hierarchy; unknown for the older one. */
  @Nullable LocalDate validFrom() {
    return this == WITHOUT_DISTRICTS ? WITHOUT_DISTRICTS_FROM : null;
  }

  /** The last day on which a unit of this hierarchy can have existed; null while it lasts. */
  @Nullable LocalDate validTo() {
    return this == WITH_DISTRICTS ? WITHOUT_DISTRICTS_FROM.minusDays(1) : null;
  }

  static Hierarchy ofEra(int era) {
    return switch (era) {
      case 1 -> WITH_DISTRICTS;
      case 2 -> WITHOUT_DISTRICTS;
      default -> throw new IllegalArgumentException("no hierarchy has the era digit " + era);
    };
  }
}
