package vn.lachan.app.tracing;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.lachan.engine.tracing.ContactClass;

/**
 * Which contacts are wanted; null, and 0 minutes, mean any.
 *
 * @param withdrawn true for withdrawn ones only, false for supported ones only
 * @param place exposed at this place
 * @param unit residing within this unit
 * @param newSince listed, or supported again, at or after this time
 * @param via exposed through this person
 * @param only one of these persons
 * @param except none of these persons
 */
public record ContactFilter(
    @Nullable Integer generation,
    @Nullable ContactClass contactClass,
    @Nullable Boolean withdrawn,
    @Nullable Long place,
    @Nullable Integer unit,
    int minimumMinutes,
    @Nullable Instant newSince,
    @Nullable Long via,
    @Nullable Set<Long> only,
    Set<Long> except,
    Order order) {
  /** How the rows are ordered. */
  public enum Order {
    /** Lowest generation, close before casual, most minutes. */
    RISK,
    /** The latest exposure first. */
    LATEST,
    /** Most minutes first. */
    MINUTES,
    /** Listed last first. */
    LISTED
  }

  public ContactFilter {
    only = only == null ? null : Set.copyOf(only);
    except = Set.copyOf(except);
  }

  public static ContactFilter all() {
    return new ContactFilter(
        null, null, null, null, null, 0, null, null, null, Set.of(), Order.RISK);
  }

  public static ContactFilter ofGeneration(int generation) {
    return new ContactFilter(
        generation, null, false, null, null, 0, null, null, null, Set.of(), Order.RISK);
  }

  /** Supported contacts of the first generation who were exposed at a place. */
  public static ContactFilter supportedAt(long place) {
    return new ContactFilter(
        1, null, false, place, null, 0, null, null, null, Set.of(), Order.RISK);
  }
}
