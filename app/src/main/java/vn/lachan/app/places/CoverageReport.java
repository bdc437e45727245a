package vn.lachan.app.places;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Coverage in rows that add up to the total.
 *
 * @param question as it was answered: without a unit asked for, the actor's own
 * @param countedAt up to when visits are counted; null before the first time
 * @param communesBehind communes whose figures are still being added up
 * @param dead by which rule a point is dead
 */
public record CoverageReport(
    CoverageQuestion question,
    List<Row> rows,
    CoverageFigures total,
    @Nullable Instant countedAt,
    int communesBehind,
    DeadRule dead) {
  public CoverageReport {
    rows = List.copyOf(rows);
  }

  /**
   * A row.
   *
   * @param key number of the unit, code of the sector or kind
   * @param apart a commune, as it was entered, that belongs wholly to no single unit of this level
   *     in the hierarchy asked for
   * @param leads whether there is anything below it
   */
  public record Row(String key, boolean apart, boolean leads, CoverageFigures figures) {}
}
