package vn.lachan.app.tracing;

import java.util.List;
import vn.lachan.engine.tracing.Visit;

/**
 * What a trace copied of days whose visits are destroyed, as visits again: a computation reads it
 * beside the stored visits, so that evidence outlives its days.
 */
record FrozenEvidence(List<Visit> ofSources, List<Visit> ofContacts) {
  static final FrozenEvidence NONE = new FrozenEvidence(List.of(), List.of());

  FrozenEvidence {
    ofSources = List.copyOf(ofSources);
    ofContacts = List.copyOf(ofContacts);
  }
}
