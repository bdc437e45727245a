package vn.lachan.app.gates;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Papers that somebody on a vehicle showed; sealed with the person's own key.
 *
 * @param validUntil until when a negative test counts by the rules of that day; null where there is
 *     none
 * @param valid whether it counted when the vehicle was stopped
 * @param doses of vaccine that a paper showed; null where none was shown
 */
public record TripPapers(
    @Nullable String test,
    @Nullable String result,
    @Nullable Instant takenAt,
    @Nullable Instant validUntil,
    boolean valid,
    @Nullable Integer doses,
    @Nullable String permit) {
  static TripPapers of(GateBody.Traveller shown, CheckpointRules rules, Instant at) {
    Long taken = shown.takenAt();
    Instant takenAt = taken == null ? null : Instant.ofEpochMilli(taken);
    boolean negative = Objects.equals(shown.result(), "negative");
    Instant until =
        takenAt == null || !negative
            ? null
            : rules.tests().stream()
                .filter(test -> test.code().equals(shown.test()))
                .map(test -> takenAt.plus(Duration.ofHours(test.hours())))
                .findFirst()
                .orElse(null);
    boolean valid = until != null && takenAt != null && at.isBefore(until) && !takenAt.isAfter(at);
    return new TripPapers(
        shown.test(), shown.result(), takenAt, until, valid, shown.doses(), shown.permit());
  }

  @Override
  public String toString() {
    return "TripPapers[***]";
  }
}
