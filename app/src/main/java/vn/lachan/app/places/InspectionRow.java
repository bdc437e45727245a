package vn.lachan.app.places;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line of a list of inspections.
 *
 * @param place public id; null where the place has no code
 * @param obliged public id of the entry where it has none
 * @param unit of the place at that time, as are sector and type
 * @param missed how many questions were not met
 */
public record InspectionRow(
    long number,
    UUID publicId,
    @Nullable UUID place,
    @Nullable UUID obliged,
    String name,
    String address,
    int unit,
    String sector,
    String type,
    Instant at,
    long inspector,
    InspectionState state,
    @Nullable LocalDate due,
    int missed) {
  public boolean isOverdue(LocalDate today) {
    return state == InspectionState.WAITING && due != null && due.isBefore(today);
  }
}
