package vn.lachan.app.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which entries an auditor asks for; null means any.
 *
 * @param before the number before which the page begins
 */
public record EntryFilter(
    @Nullable Long actor,
    @Nullable String kind,
    @Nullable Long person,
    @Nullable Instant from,
    @Nullable Instant to,
    @Nullable Long before) {
  public static EntryFilter latest() {
    return new EntryFilter(null, null, null, null, null, null);
  }
}
