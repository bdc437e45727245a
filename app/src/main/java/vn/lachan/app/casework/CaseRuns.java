package vn.lachan.app.casework;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lachan.app.access.Actor;
import vn.lachan.app.kernel.Page;
import vn.lachan.app.kernel.Refusal;

/**
 * The front door of tracing many cases at once: all open cases that were confirmed on some days, in
 * the actor's reach. The work goes on by itself, can be cancelled between two portions, and is
 * carried on after a restart by any copy of the program.
 */
public interface CaseRuns {
  /** How many cases a run would trace; CASES_WRITE. */
  int count(Actor actor, RunChoice choice);

  /**
   * Starts a run; CASES_WRITE, an act in the audit record. While one's own run of the same choice
   * goes on, it is that run.
   *
   * @throws Refusal {@code casework.refused.run-days}, {@code casework.refused.run-empty}, {@code
   *     casework.refused.run-too-large}
   */
  UUID start(Actor actor, RunChoice choice, Instant now);

  /**
   * Carries on a run of one's own that was stopped before its end; CASES_WRITE, an act in the audit
   * record.
   *
   * @throws Refusal {@code casework.refused.run-over}
   */
  void resume(Actor actor, UUID run);

  /** One's own runs, the latest first; CASES_WRITE. */
  List<CaseRun> latest(Actor actor, int rows);

  /** One of one's own runs; CASES_WRITE. */
  CaseRun get(Actor actor, UUID run);

  /** What a run found, most new contacts first; CASES_WRITE, cases outside the reach miss. */
  Page<RunResult> results(Actor actor, UUID run, @Nullable String after, int rows);
}
