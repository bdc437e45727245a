package vn.lachan.app.tracing;

import java.time.Instant;
import java.util.List;

/**
 * What a phone is told about its own visits.
 *
 * @param known whether the phone names somebody at all
 * @param published how many published windows were compared
 */
public record OwnCheck(boolean known, int published, List<Match> matches) {
  public OwnCheck {
    matches = List.copyOf(matches);
  }

  /**
   * An own stay that shares a moment with a published window.
   *
   * @param inferred whether nobody scanned the departure
   */
  public record Match(
      PublicItinerary itinerary, Instant enteredAt, Instant leftAt, boolean inferred) {}

  @Override
  public String toString() {
    return "OwnCheck[***]";
  }
}
