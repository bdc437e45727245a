package vn.lachan.app.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lachan.app.program.JobState;
import vn.lachan.app.program.JobStep;
import vn.lachan.app.program.JobView;
import vn.lachan.app.program.Jobs;
import vn.lachan.app.program.LongWork;
import vn.lachan.app.program.NewJob;

/** Takes work in and does it when a test says so. */
final class FakeJobs implements Jobs {
  final List<NewJob> started = new ArrayList<>();

  @Override
  public UUID start(NewJob job) {
    started.add(job);
    return UUID.randomUUID();
  }

  /** Steps to the end; each step is done twice, as after a crash. */
  static long run(LongWork work) {
    var state = new JobState(UUID.randomUUID(), "", "", 0, 0, 0);
    while (true) {
      work.step(state);
      JobStep step = work.step(state);
      state = new JobState(state.id(), "", step.position(), step.done(), step.total(), 0);
      if (step.finished()) {
        return step.done();
      }
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
  public void cancel(UUID id, long account) {}

  @Override
  public long open() {
    return started.size();
  }
}
