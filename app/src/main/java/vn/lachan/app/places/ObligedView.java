package vn.lachan.app.places;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An entry with its history, and the registrations of its commune that bear the same name or stand
 * at the same address.
 */
public record ObligedView(ObligedRow row, List<Step> steps, List<PlaceRow> candidates) {
  public ObligedView {
    steps = List.copyOf(steps);
    candidates = List.copyOf(candidates);
  }

  /**
   * Something that happened to the entry, the latest first.
   *
   * @param by 0 where the program found the registration by itself
   */
  public record Step(String what, Instant at, long by, @Nullable String reason) {}
}
