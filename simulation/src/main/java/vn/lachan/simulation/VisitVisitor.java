package vn.lachan.simulation;

/** Receives visits; times are whole seconds since 1970. */
@FunctionalInterface
public interface VisitVisitor {
  /** The departure of a visit that nobody scanned out of. */
  long UNKNOWN = -1;

  /**
   * One visit.
   *
   * @param leftAt the departure, excluded from the stay, or {@link #UNKNOWN}
   * @param capture one of {@link Capture}
   */
  void visit(int person, int place, long enteredAt, long leftAt, byte capture);
}
