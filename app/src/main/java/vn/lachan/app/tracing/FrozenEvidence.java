package vn.lachan.app.tracing;

import java.util.List;
import vn.lachan.engine.tracing.Visit;

/**
 * Visits of destroyed days that a trace copied in time, of the records that made them: a
 * computation reads them beside the stored visits, so that a trace outlives its days.
 */
record FrozenEvidence(List<Visit> visits) {
  static final FrozenEvidence NONE = new FrozenEvidence(List.of());

  FrozenEvidence {
    visits = List.copyOf(visits);
  }
}
