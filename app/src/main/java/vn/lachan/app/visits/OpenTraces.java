package vn.lachan.app.visits;

import vn.lachan.app.kernel.Inside;
import vn.lachan.engine.tracing.Visit;

/**
 * What a higher module may offer: a visit older than the retention that an open trace still needs
 * goes straight to its evidence and is never stored here.
 */
public interface OpenTraces {
  /** Whether an open trace took the visit. */
  @Inside("visits has checked who sends it")
  boolean take(Visit visit);
}
