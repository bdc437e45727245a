package vn.lachan.app.places;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.app.units.Hierarchy;

/**
 * Which coverage is asked for; null means any.
 *
 * @param hierarchy by which units, those of 2021 with districts or those since 1 July 2025
 * @param unit a unit of that hierarchy and all below it
 * @param by what the rows are
 * @param day the last day of the period; its figures are those of its end, or of now if it is today
 * @param days 1, 7 or 30
 */
public record CoverageQuestion(
    Hierarchy hierarchy,
    @Nullable Integer unit,
    @Nullable String sector,
    @Nullable String type,
    By by,
    LocalDate day,
    int days) {
  /** The lengths of a period for which figures are added up beforehand. */
  public static final List<Integer> PERIODS = List.of(1, 7, 30);

  /** What a row stands for. */
  public enum By {
    UNIT,
    SECTOR,
    TYPE
  }

  public CoverageQuestion {
    if (!PERIODS.contains(days)) {
      throw Refusal.invalid("places.refused.coverage-days");
    }
  }

  public LocalDate firstDay() {
    return day.minusDays(days - 1L);
  }

  public CoverageQuestion withUnit(@Nullable Integer other) {
    return new CoverageQuestion(hierarchy, other, sector, type, by, day, days);
  }

  CoverageQuestion by(By other) {
    return new CoverageQuestion(hierarchy, unit, sector, type, other, day, days);
  }
}
