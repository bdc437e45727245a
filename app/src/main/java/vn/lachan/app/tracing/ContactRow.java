package vn.lachan.app.tracing;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.lachan.engine.tracing.ContactClass;
import vn.lachan.engine.tracing.Exposure;

/**
 * A contact as it stands.
 *
 * @param subject whose trace it is
 * @param via through whom
 * @param unit the commune of residence when it was computed; null when unknown
 * @param main the strongest exposure through {@code via}
 * @param places where they were exposed, the strongest first; without households
 * @param inferred whether some of its overlaps rest on an inferred departure
 * @param listedAt when it first became a contact
 * @param late whether it was added after the first computation
 * @param withdrawal why and since when it is no longer supported; null while it is
 */
public record ContactRow(
    long subject,
    long person,
    int generation,
    ContactClass contactClass,
    long minutes,
    Instant firstAt,
    Instant lastAt,
    long via,
    @Nullable Integer unit,
    Exposure main,
    List<Long> places,
    int exposureCount,
    boolean inferred,
    Instant listedAt,
    boolean late,
    @Nullable Withdrawal withdrawal) {
  public ContactRow {
    places = List.copyOf(places);
  }

  /** The end of the support. */
  public record Withdrawal(Cause cause, Instant at) {}
}
