package vn.lachan.app.places;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lachan.engine.scan.PlaceCode;
import vn.lachan.engine.tracing.Setting;

/**
 * A place as other modules see it. Everything here is public knowledge; its owner is not here.
 *
 * @param number internal; never leaves the program
 * @param unit the commune as it was entered
 * @param sector the sector that answers for this kind of place today
 * @param location where {@code locationExact} is false, the middle of the commune
 * @param dwellMinutes how long a visit lasts that nobody ended
 * @param validFrom the beginning of an event or trip; null for a place that stays
 * @param validTo its end, exclusive
 */
public record PlaceCard(
    long number,
    UUID publicId,
    PlaceCode code,
    String name,
    String address,
    int unit,
    String type,
    String sector,
    Setting setting,
    @Nullable Point location,
    boolean locationExact,
    OpeningHours hours,
    int dwellMinutes,
    @Nullable Integer capacity,
    @Nullable Instant validFrom,
    @Nullable Instant validTo,
    Status status) {

  /** Whether a visit that begins at that moment may be recorded here. */
  public boolean accepts(Instant at) {
    return status == Status.OPEN
        && (validFrom == null || !at.isBefore(validFrom))
        && (validTo == null || at.isBefore(validTo));
  }
}
