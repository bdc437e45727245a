package vn.lachan.app.casework;

import org.jspecify.annotations.Nullable;

/**
 * Which tasks are wanted; null means any.
 *
 * @param unit of residents within this unit
 * @param state null for all that are not finished
 * @param caseNumber of this case
 * @param closeOnly of close contacts only
 * @param kind of this kind
 */
public record TaskFilter(
    @Nullable Integer unit,
    @Nullable FollowUp state,
    boolean overdueOnly,
    @Nullable Long caseNumber,
    boolean closeOnly,
    @Nullable TaskKind kind) {
  public static TaskFilter unfinished() {
    return new TaskFilter(null, null, false, null, false, null);
  }
}
