package vn.lachan.app.declarations;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line of the list of areas with an outbreak.
 *
 * @param unit an administrative unit of either era; null where only a name says which area
 * @param name of another country or a locality
 * @param to the last day; null while it lasts
 * @param document by which it is listed
 * @param compared whether somebody compared it with the original
 */
public record ListedArea(
    UUID publicId,
    @Nullable Integer unit,
    @Nullable String name,
    Kind kind,
    LocalDate from,
    @Nullable LocalDate to,
    String document,
    boolean compared,
    String enteredBy,
    Instant enteredAt,
    @Nullable Withdrawn withdrawn) {
  /** What kind of area. The names are stored. */
  public enum Kind {
    OUTBREAK,
    LOCKDOWN;

    /** The message key of its name. */
    public String key() {
      return "declarations.area." + name().toLowerCase(Locale.ROOT);
    }
  }

  /** Taken back, since it was entered wrongly. */
  public record Withdrawn(String by, Instant at, String reason) {}

  /** Whether it counts on a day. */
  public boolean holds(LocalDate day) {
    return withdrawn == null && !day.isBefore(from) && (to == null || !day.isAfter(to));
  }
}
