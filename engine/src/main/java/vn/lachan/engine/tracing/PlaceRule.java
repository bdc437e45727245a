package vn.lachan.engine.tracing;

import org.jspecify.annotations.Nullable;

/**
 * How a rule set judges people at one place in one setting.
 *
 * @param closeFromMinutes minutes together at the place on one day from which a pair is close; 0
 *     means any time at all, null never
 * @param airOutMinutes how long the air stays dangerous after a person left; 0 means not at all
 * @param lingeringClass class of who comes into that air
 */
public record PlaceRule(
    @Nullable Integer closeFromMinutes, int airOutMinutes, ContactClass lingeringClass) {
  public static final int MAXIMUM_MINUTES = 24 * 60;

  public PlaceRule {
    requireMinutes(closeFromMinutes);
    requireMinutes(airOutMinutes);
  }

  public static PlaceRule closeFrom(int minutes) {
    return new PlaceRule(minutes, 0, ContactClass.CASUAL);
  }

  public static PlaceRule neverClose() {
    return new PlaceRule(null, 0, ContactClass.CASUAL);
  }

  public PlaceRule withAirOut(int minutes) {
    return new PlaceRule(closeFromMinutes, minutes, lingeringClass);
  }

  ContactClass judge(long seconds) {
    return closeFromMinutes != null && seconds >= closeFromMinutes * 60L
        ? ContactClass.CLOSE
        : ContactClass.CASUAL;
  }

  Reason.Code reason(ContactClass judged) {
    if (closeFromMinutes == null) {
      return Reason.Code.CASUAL_SAME_PLACE_SETTING;
    }
    if (judged == ContactClass.CASUAL) {
      return Reason.Code.CASUAL_SAME_PLACE_SHORT;
    }
    return closeFromMinutes == 0
        ? Reason.Code.CLOSE_SAME_PLACE_ANY_TIME
        : Reason.Code.CLOSE_SAME_PLACE;
  }

  static void requireMinutes(@Nullable Integer minutes) {
    if (minutes != null && (minutes < 0 || minutes > MAXIMUM_MINUTES)) {
      throw new IllegalArgumentException("minutes " + minutes + " outside 0 to " + MAXIMUM_MINUTES);
    }
  }
}
