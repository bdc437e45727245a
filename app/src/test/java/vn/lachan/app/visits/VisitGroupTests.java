package vn.lachan.app.visits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.lachan.app.visits.VisitSamples.at;
import static vn.lachan.app.visits.VisitSamples.visit;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import vn.lachan.app.TestDatabase;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.engine.tracing.PersonWindow;
import vn.lachan.engine.tracing.PlaceWindow;
import vn.lachan.engine.tracing.Visit;

/** Many callers, one writer. */
class VisitGroupTests {
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

  @Test
  void manyCallersAreEachAnsweredWithTheirOwnOutcome() throws Exception {
    try (TestDatabase database = TestDatabase.create();
        ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      GroupCommit commits = commits(new StoreUnderTest(database).store, 20_000);
      List<Future<Outcome>> answers = new ArrayList<>();
      for (int count = 0; count < 600; count++) {
        long place = count % 10 == 0 ? -1 : 5;
        long person = 1L + count / 2;
        answers.add(callers.submit(() -> commits.submit(visit(person, place, at("08:00:00"), 60))));
      }
      List<Outcome> outcomes = new ArrayList<>();
      for (Future<Outcome> answer : answers) {
        outcomes.add(answer.get());
      }
      commits.stop();
      assertThat(outcomes).filteredOn(Outcome.FAILED::equals).hasSize(60);
      assertThat(outcomes).filteredOn(Outcome.STORED::equals).hasSize(300);
      assertThat(outcomes).filteredOn(Outcome.ALREADY::equals).hasSize(240);
    }
  }

  @Test
  void aFullQueueTellsTheCallerToComeBack() throws InterruptedException {
    var store = new StoppedStore();
    GroupCommit commits = commits(store, 3);
    try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<List<Outcome>> first =
          callers.submit(
              () ->
                  commits.submit(
                      List.of(
                          visit(1, 1, at("08:00:00"), 60),
                          visit(2, 1, at("08:00:00"), 60),
                          visit(3, 1, at("08:00:00"), 60))));
      store.entered.await();
      assertThatThrownBy(() -> commits.submit(visit(4, 1, at("08:00:00"), 60)))
          .isInstanceOfSatisfying(
              Refusal.class,
              refusal -> {
                assertThat(refusal.code()).isEqualTo("visits.queue-full");
                assertThat(refusal.kind()).isEqualTo(Refusal.Kind.UNAVAILABLE);
              });
      store.released.countDown();
      assertThat(first).succeedsWithin(Duration.ofSeconds(20));
      assertThat(commits.submit(visit(4, 1, at("08:00:00"), 60))).isEqualTo(Outcome.STORED);
    }
    commits.stop();
  }

  @Test
  void aFailureIsHeardAndTheWriterGoesOn() {
    var store = new StoppedStore();
    store.released.countDown();
    store.fails = true;
    GroupCommit commits = commits(store, 10);
    assertThatThrownBy(() -> commits.submit(visit(1, 1, at("08:00:00"), 60)))
        .hasMessage("visits.unavailable");
    store.fails = false;
    assertThat(commits.submit(visit(1, 1, at("08:00:00"), 60))).isEqualTo(Outcome.STORED);
    commits.stop();
    assertThatThrownBy(() -> commits.submit(visit(1, 1, at("08:00:00"), 60)))
        .hasMessage("visits.queue-full");
  }

  private GroupCommit commits(VisitStore store, int queueVisits) {
    VisitsSettings defaults = VisitsSettings.defaults();
    var settings =
        new VisitsSettings(
            defaults.retentionDays(),
            defaults.daysAhead(),
            defaults.groupMillis(),
            defaults.groupVisits(),
            queueVisits,
            defaults.futureMinutes(),
            defaults.waitingHours(),
            defaults.repeatMinutes(),
            defaults.batchLines(),
            defaults.batchBytes(),
            defaults.deviceVisitsPerMinute(),
            defaults.placeVisitsPerMinute(),
            defaults.tokenVisitsPerMinute());
    var commits = new GroupCommit(store, settings, new VisitMetrics(meters));
    commits.start();
    return commits;
  }

  /** A store that waits until it is let go. */
  private static final class StoppedStore implements VisitStore {
    final CountDownLatch entered = new CountDownLatch(1);
    final CountDownLatch released = new CountDownLatch(1);
    volatile boolean fails;

    @Override
    public AppendResult append(List<? extends VisitMessage> group) {
      entered.countDown();
      try {
        released.await();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      if (fails) {
        throw new IllegalStateException("no database");
      }
      return new AppendResult(group.stream().map(message -> Outcome.STORED).toList());
    }

    @Override
    public List<Visit> ofPersons(List<PersonWindow> windows) {
      throw new UnsupportedOperationException();
    }

    @Override
    public List<Visit> atPlaces(List<PlaceWindow> windows) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Followed follow(long cursor, int groups) {
      throw new UnsupportedOperationException();
    }

    @Override
    public long head() {
      return 0;
    }

    @Override
    public Waiting waiting(long cursor) {
      throw new UnsupportedOperationException();
    }

    @Override
    public List<Visit> presentAt(PlaceWindow window, long fromSecond, int skipped, int rows) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Set<Long> personsAt(PlaceWindow window) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void forgetBefore(LocalDate day) {
      throw new UnsupportedOperationException();
    }
  }
}
