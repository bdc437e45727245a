package vn.lachan.engine.tracing;

import java.time.LocalDate;

/**
 * Why an exposure has its class, as a code with what a person needs to check it by hand.
 *
 * @param place the place, or {@link Encounter#NO_PLACE}
 * @param day the local day on which the exposure began
 * @param seconds time together at that place on that day (of lingering: time in the air left
 *     behind)
 * @param thresholdMinutes from how many minutes it is close (of lingering: the air-out time), or
 *     {@link #NONE}
 * @param rowsApart rows between two seats, or {@link #NONE}
 * @param document number of the document whose rule decided
 */
public record Reason(
    Code code,
    Source source,
    long place,
    LocalDate day,
    long seconds,
    int thresholdMinutes,
    int rowsApart,
    String document) {
  public static final int NONE = -1;

  /** What decided the class. */
  public enum Code {
    CLOSE_SAME_PLACE,
    /** The rule sets no minimum of time. */
    CLOSE_SAME_PLACE_ANY_TIME,
    CASUAL_SAME_PLACE_SHORT,
    /** In such a setting the rule never calls co-presence close. */
    CASUAL_SAME_PLACE_SETTING,
    CLOSE_LINGERING,
    CASUAL_LINGERING,
    CLOSE_ENCOUNTER,
    CASUAL_ENCOUNTER
  }

  public long minutes() {
    return seconds / 60;
  }
}
