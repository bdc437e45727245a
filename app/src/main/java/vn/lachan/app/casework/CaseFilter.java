package vn.lachan.app.casework;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which cases are wanted; null means any.
 *
 * @param open true for open cases only, false for closed ones only
 * @param unit lying within this unit
 * @param number the case number
 */
public record CaseFilter(
    @Nullable Boolean open,
    @Nullable Integer unit,
    @Nullable Long number,
    @Nullable String disease,
    @Nullable LocalDate openedSince) {
  public static CaseFilter all() {
    return new CaseFilter(null, null, null, null, null);
  }
}
