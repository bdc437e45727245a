package vn.lachan.simulation;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place, a bus trip or an event of the synthetic province. Indexes run from 0 without gaps.
 *
 * @param setting {@link #INDOOR}, {@link #OUTDOOR} or {@link #VEHICLE}
 * @param exactLocation false where only the commune's middle is known
 * @param capacity how many people fit
 * @param validFrom an event's beginning, null for what stays
 * @param validTo an event's end, null for what stays
 * @param hours days of the week that it opens, null for the type's default; a bus trip's hours are
 *     its departure and arrival
 */
public record SimulatedPlace(
    int index,
    String name,
    String typeCode,
    String address,
    int communeUnitId,
    double latitude,
    double longitude,
    boolean exactLocation,
    String setting,
    int capacity,
    @Nullable Instant validFrom,
    @Nullable Instant validTo,
    @Nullable List<OpeningHours> hours,
    String ownerName,
    String ownerPhone) {
  public static final String INDOOR = "indoor";
  public static final String OUTDOOR = "outdoor";
  public static final String VEHICLE = "vehicle";
}
