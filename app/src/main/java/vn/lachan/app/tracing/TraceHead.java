package vn.lachan.app.tracing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A trace without its contacts.
 *
 * @param person the index case, canonical when it was computed
 * @param generations how many were looked for
 * @param computedMillis how long the last computation took, reading and writing included
 * @param growsFrom the first day whose visits are still stored; before it the trace is complete as
 *     it stands and cannot grow
 * @param closedAt since when it no longer grows; null while it does
 * @param lastChange number of the latest change of its contacts; 0 before any
 */
public record TraceHead(
    UUID publicId,
    long subject,
    long person,
    TraceWindow window,
    int generations,
    Instant computedAt,
    long computedMillis,
    LocalDate growsFrom,
    @Nullable Instant closedAt,
    long lastChange,
    List<TraceFigures.Generation> figures,
    int places) {
  public TraceHead {
    figures = List.copyOf(figures);
  }

  /** Whether part of the window lies in days whose visits are destroyed. */
  public boolean partlyFrozen(LocalDate windowFrom) {
    return windowFrom.isBefore(growsFrom);
  }
}
