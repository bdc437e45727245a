package vn.lachan.app.places;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.lachan.engine.tracing.Setting;

/**
 * What somebody states about a place, as typed; {@code PlaceRules} says what is wrong with it.
 *
 * @param unit the commune
 * @param location null puts the place at the middle of its commune, marked as approximate
 * @param setting null takes the type's
 * @param hours null takes the type's; see {@link OpeningHours#parse} for how it is written
 * @param capacity how many people fit in; null where nobody counted
 * @param validFrom the beginning of an event or trip
 * @param validTo its end, exclusive
 * @param ownerName null keeps what is known
 * @param ownerPhone null keeps what is known
 */
public record Registration(
    String name,
    String type,
    String address,
    int unit,
    @Nullable Point location,
    @Nullable Setting setting,
    @Nullable String hours,
    @Nullable Integer capacity,
    @Nullable Instant validFrom,
    @Nullable Instant validTo,
    @Nullable String ownerName,
    @Nullable String ownerPhone) {
  /** A place that is open day and night, of which nothing else is known. */
  public static Registration alwaysOpen(String name, String type, String address, int unit) {
    return new Registration(
        name, type, address, unit, null, null, "always", null, null, null, null, null);
  }
}
