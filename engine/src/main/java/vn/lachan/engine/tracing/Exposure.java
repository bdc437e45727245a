package vn.lachan.engine.tracing;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/**
 * Evidence that {@code via} exposed a contact: everything of one source between the two at one
 * place that began on one local day, judged together. {@code seconds} is the time of its overlaps.
 */
public record Exposure(
    Source source,
    long via,
    long place,
    Setting setting,
    LocalDate day,
    List<Overlap> overlaps,
    long seconds,
    ContactClass contactClass,
    Reason reason) {

  static final Comparator<Exposure> STRONGEST_FIRST =
      Comparator.comparing(Exposure::contactClass)
          .thenComparing(Comparator.comparingLong(Exposure::seconds).reversed())
          .thenComparingLong(Exposure::firstAt)
          .thenComparingLong(Exposure::via)
          .thenComparingLong(Exposure::place)
          .thenComparing(Exposure::source);

  public long firstAt() {
    return overlaps.getFirst().from();
  }

  /** Not simply the end of the last overlap, because two lingering ones may contain each other. */
  public long lastAt() {
    long last = overlaps.getFirst().to();
    for (Overlap overlap : overlaps) {
      last = Math.max(last, overlap.to());
    }
    return last;
  }

  public boolean departureInferred() {
    return overlaps.stream().anyMatch(Overlap::departureInferred);
  }
}
