package vn.lachan.app.visits;

import java.time.Instant;
import java.util.List;

/** The visits that a phone recorded for its person. */
public record OwnStays(List<Stay> stays) {
  public OwnStays {
    stays = List.copyOf(stays);
  }

  /**
   * One of them.
   *
   * @param place its number, for other modules
   * @param inferred whether nobody scanned the departure
   */
  public record Stay(long place, Instant enteredAt, Instant leftAt, boolean inferred) {}

  @Override
  public String toString() {
    return "OwnStays[***]";
  }
}
