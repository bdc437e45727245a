package vn.lachan.app.places;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which inspections a list shows; null means any.
 *
 * @param dueBy only reminders whose deadline is that day or earlier
 * @param unit a unit and all below it
 */
public record InspectionFilter(
    @Nullable InspectionState state,
    @Nullable LocalDate dueBy,
    @Nullable Integer unit,
    @Nullable String sector,
    @Nullable String type) {
  /** The order is that of the deadline where deadlines are asked for, else the newest first. */
  boolean byDeadline() {
    return state == InspectionState.WAITING || dueBy != null;
  }
}
