package vn.lachan.app.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import vn.lachan.app.TestDatabase;
import vn.lachan.app.kernel.Refusal;

/** Long work goes on where it was: after a stop, on another copy, until somebody ends it. */
class JobsTests {
  private final TestDatabase database = TestDatabase.create();
  private final JobTable table = new JobTable(database.jdbc());
  private final List<String> positions = new ArrayList<>();

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void workIsCarriedOnFromItsLastPortion() {
    UUID id = submitted("test.count");
    int[] steps = {0};
    assertThat(runner(new Counting(positions)).run(id, () -> steps[0]++ >= 2)).isFalse();
    assertThat(runner(new Counting(positions)).run(id, () -> false)).isTrue();
    assertThat(positions).containsExactly("", "1", "2", "3", "4");
    assertThat(table.find(id).orElseThrow().view().state()).isEqualTo(JobView.State.DONE);
  }

  @Test
  void cancelledWorkStopsBetweenTwoPortions() {
    UUID id = submitted("test.count");
    int[] steps = {0};
    runner(new Counting(positions)).run(id, () -> steps[0]++ >= 2);
    table.cancel(id, 7, Clock.systemUTC().instant());
    assertThat(table.find(id).orElseThrow().view().state()).isEqualTo(JobView.State.STOPPING);
    assertThat(runner(new Counting(positions)).run(id, () -> false)).isTrue();
    assertThat(positions).containsExactly("", "1");
    assertThat(table.find(id).orElseThrow().view().state()).isEqualTo(JobView.State.CANCELLED);
  }

  @Test
  void aRefusalEndsTheWorkWithItsCodeAndAnUnknownKindIsSaid() {
    UUID refused = submitted("test.refuse");
    runner(new Refusing()).run(refused, () -> false);
    assertThat(table.find(refused).orElseThrow().view().failure()).isEqualTo("test.no");
    UUID unknown = submitted("test.other");
    runner(new Refusing()).run(unknown, () -> false);
    assertThat(table.find(unknown).orElseThrow().view().failure()).isEqualTo("program.job-unknown");
  }

  @Test
  void whatACallerRollsBackIsNeverDoneAndWhatItCommitsIs() throws InterruptedException {
    var ran = new CountDownLatch(1);
    JobDesk desk =
        new JobDesk(database.pool(), table, runner(new Latching(ran)), Clock.systemUTC());
    UUID gone =
        database
            .transactions()
            .execute(
                status -> {
                  UUID id = desk.start(new NewJob("test.latch", "", 1, 0));
                  status.setRollbackOnly();
                  return id;
                });
    UUID kept = desk.start(new NewJob("test.latch", "", 1, 0));
    desk.start();
    assertThat(ran.await(30, TimeUnit.SECONDS)).isTrue();
    desk.stop();
    desk.start();
    desk.stop();
    assertThat(desk.find(gone)).isEmpty();
    assertThat(desk.find(kept).orElseThrow().state()).isEqualTo(JobView.State.DONE);
    assertThat(desk.latest(null, 10)).hasSize(1);
  }

  private UUID submitted(String kind) {
    UUID id = UUID.randomUUID();
    table.insert(id, new NewJob(kind, "", 5, 7), Clock.systemUTC().instant());
    return id;
  }

  private JobRunner runner(LongWork work) {
    var beans = new StaticListableBeanFactory();
    beans.addBean("work", work);
    return new JobRunner(table, beans.getBeanProvider(LongWork.class), Clock.systemUTC());
  }

  private record Counting(List<String> positions) implements LongWork {
    @Override
    public String kind() {
      return "test.count";
    }

    @Override
    public JobStep step(JobState job) {
      positions.add(job.position());
      long done = job.done() + 1;
      return new JobStep(Long.toString(done), done, job.total(), done == job.total());
    }
  }

  private record Refusing() implements LongWork {
    @Override
    public String kind() {
      return "test.refuse";
    }

    @Override
    public JobStep step(JobState job) {
      throw Refusal.invalid("test.no");
    }
  }

  private record Latching(CountDownLatch ran) implements LongWork {
    @Override
    public String kind() {
      return "test.latch";
    }

    @Override
    public JobStep step(JobState job) {
      ran.countDown();
      return new JobStep("", 1, 1, true);
    }
  }
}
