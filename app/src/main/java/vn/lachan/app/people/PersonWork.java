package vn.lachan.app.people;

import java.util.List;
import vn.lachan.app.program.JobState;
import vn.lachan.app.program.JobStep;

/** Long work that goes through persons by number: its position is the last number done. */
final class PersonWork {
  private PersonWork() {}

  static long after(JobState job) {
    return job.position().isEmpty() ? 0 : Long.parseLong(job.position());
  }

  /**
   * What a step leaves behind.
   *
   * @param done the persons of this step, in order; fewer than a full step end the work
   */
  static JobStep next(JobState job, List<Long> done, int full) {
    long all = job.done() + done.size();
    String position = done.isEmpty() ? job.position() : Long.toString(done.getLast());
    return new JobStep(position, all, Math.max(job.total(), all), done.size() < full);
  }
}
