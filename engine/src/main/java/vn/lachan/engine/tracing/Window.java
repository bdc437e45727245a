package vn.lachan.engine.tracing;

/** A span of time [from, to) in epoch seconds; never empty. */
public record Window(long from, long to) {
  public Window {
    VisitRows.requireTime(from);
    VisitRows.requireTime(to);
    if (from >= to) {
      throw new TraceRefused(TraceRefused.Code.EMPTY_WINDOW, "window [" + from + ", " + to + ")");
    }
  }
}
