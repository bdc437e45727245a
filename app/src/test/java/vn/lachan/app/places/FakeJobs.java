package vn.lachan.app.places;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lachan.app.program.JobState;
import vn.lachan.app.program.JobStep;
import vn.lachan.app.program.JobView;
import vn.lachan.app.program.Jobs;
import vn.lachan.app.program.LongWork;
import vn.lachan.app.program.NewJob;

/** Work that a test does step by step. */
final class FakeJobs implements Jobs {
  private final List<JobState> started = new ArrayList<>();

  @Override
  public UUID start(NewJob job) {
    UUID id = UUID.randomUUID();
    started.add(new JobState(id, job.argument(), "", 0, job.total(), job.startedBy()));
    return id;
  }

  JobState latest() {
    return Objects.requireNonNull(started.getLast());
  }

  /** All steps of the latest work, each of them as often as given. */
  static void finish(JobState job, LongWork work, int times) {
    JobState state = job;
    boolean finished = false;
    while (!finished) {
      JobStep step = work.step(state);
      for (int again = 1; again < times; again++) {
        step = work.step(state);
      }
      finished = step.finished();
      state =
          new JobState(
              state.id(),
              state.argument(),
              step.position(),
              step.done(),
              step.total(),
              state.startedBy());
    }
  }

  @Override
  public Optional<JobView> find(UUID id) {
    return Optional.empty();
  }

  @Override
  public List<JobView> latest(@Nullable String kind, int limit) {
    return List.of();
  }

  @Override
  public void cancel(UUID id, long account) {
    // Nothing runs by itself here.
  }

  @Override
  public long open() {
    return 0;
  }
}
