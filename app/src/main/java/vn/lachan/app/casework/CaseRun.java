package vn.lachan.app.casework;

import java.time.Instant;
import java.util.UUID;
import vn.lachan.app.program.JobView;

/** A run with how far it is. */
public record CaseRun(
    UUID publicId, RunChoice choice, int cases, Instant startedAt, Found found, JobView job) {
  /** What it has changed so far, over all its cases. */
  public record Found(int done, long added, long withdrawn, long changed) {}
}
