package vn.lachan.app.tracing;

import java.util.List;
import vn.lachan.engine.tracing.Exposure;
import vn.lachan.engine.tracing.Overlap;

/** 64 bits over everything that is stored of some exposures; equal exposures have equal ones. */
final class Fingerprint {
  private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;

  private Fingerprint() {}

  static long of(List<Exposure> exposures, int count) {
    long state = count;
    for (Exposure exposure : exposures) {
      state = mix(state, exposure.source().name().hashCode());
      state = mix(state, exposure.via());
      state = mix(state, exposure.place());
      state = mix(state, exposure.setting().name().hashCode());
      state = mix(state, exposure.day().toEpochDay());
      state = mix(state, exposure.seconds());
      state = mix(state, exposure.contactClass().name().hashCode());
      state = mix(state, exposure.reason().code().name().hashCode());
      state = mix(state, exposure.reason().thresholdMinutes());
      state = mix(state, exposure.reason().rowsApart());
      for (Overlap overlap : exposure.overlaps()) {
        state = mix(state, overlap.viaFrom());
        state = mix(state, overlap.viaTo());
        state = mix(state, overlap.contactFrom());
        state = mix(state, overlap.contactTo());
        state = mix(state, overlap.from());
        state = mix(state, overlap.to());
        state = mix(state, overlap.departureInferred() ? 1 : 0);
      }
    }
    return state;
  }

  private static long mix(long state, long value) {
    long mixed = (state ^ value) * MULTIPLIER;
    return mixed ^ (mixed >>> 29);
  }
}
