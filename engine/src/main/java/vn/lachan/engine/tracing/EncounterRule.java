package vn.lachan.engine.tracing;

import org.jspecify.annotations.Nullable;

/**
 * How a rule set judges encounters of one source.
 *
 * @param closeFromMinutes minutes on one day from which the pair is close; 0 any time, null never
 * @param closeWithinRows of seats: close up to so many rows apart, casual beyond; null for others
 */
public record EncounterRule(@Nullable Integer closeFromMinutes, @Nullable Integer closeWithinRows) {
  public EncounterRule {
    PlaceRule.requireMinutes(closeFromMinutes);
    if (closeWithinRows != null && closeWithinRows < 0) {
      throw new IllegalArgumentException("closeWithinRows " + closeWithinRows);
    }
  }

  public static EncounterRule alwaysClose() {
    return new EncounterRule(0, null);
  }

  public static EncounterRule closeFrom(int minutes) {
    return new EncounterRule(minutes, null);
  }

  public static EncounterRule neverClose() {
    return new EncounterRule(null, null);
  }

  public static EncounterRule closeWithin(int rows) {
    return new EncounterRule(0, rows);
  }

  ContactClass judge(long seconds, int rowsApart) {
    boolean longEnough = closeFromMinutes != null && seconds >= closeFromMinutes * 60L;
    boolean nearEnough = closeWithinRows == null || rowsApart <= closeWithinRows;
    return longEnough && nearEnough ? ContactClass.CLOSE : ContactClass.CASUAL;
  }
}
