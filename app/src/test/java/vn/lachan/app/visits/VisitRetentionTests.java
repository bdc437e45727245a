package vn.lachan.app.visits;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lachan.app.visits.VisitSamples.departure;
import static vn.lachan.app.visits.VisitSamples.visit;
import static vn.lachan.app.visits.VisitSamples.withdrawal;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import vn.lachan.app.TestDatabase;
import vn.lachan.app.access.Actor;
import vn.lachan.app.audit.TestAudit;

/** What is destroyed when its time is over, what waits, and what is written down about it. */
class VisitRetentionTests {
  private static final Actor OPERATOR = Actor.program();

  private final LocalDate day = VisitDays.dayOf(Clock.systemUTC().instant().getEpochSecond());
  private final FollowerAtRest follower = new FollowerAtRest();
  private TestDatabase database;
  private StoreUnderTest tested;
  private Retention retention;

  @BeforeEach
  void create() {
    database = TestDatabase.create();
    tested = new StoreUnderTest(database);
    retention = new Retention(new RetentionTable(database.jdbc()));
    for (long person = 1; person <= 3; person++) {
      append(visit(person, 10, at(day, 8), 60), visit(person, 10, at(day.plusDays(1), 8), 60));
    }
    append(departure(1, 10, at(day, 9) - 60), departure(9, 11, at(day, 9)));
    append(withdrawal(2, 10, at(day, 8)), withdrawal(2, 10, at(day.plusDays(1), 8)));
    follower.cursor = tested.store.head();
  }

  @AfterEach
  void drop() {
    database.close();
  }

  @Test
  void aDayGoesWholeAndWhatWentIsWrittenDown() {
    UUID trace = UUID.randomUUID();
    follower.kept = List.of(new ArrivalFollower.Kept(trace, 2));
    work().run(nightAfter(29));
    assertThat(retention.runs(OPERATOR, null, 10).rows()).as("nothing is due").isEmpty();

    work().run(nightAfter(31));

    RetentionRun run = only();
    assertThat(run.outcome()).isEqualTo(RetentionRun.Outcome.DONE);
    assertThat(run.before()).isEqualTo(day.plusDays(1));
    ForgottenDay gone = retention.forgotten(OPERATOR, run.number()).getFirst();
    assertThat(gone.day()).isEqualTo(day);
    assertThat(List.of(gone.visits(), gone.departures(), gone.withdrawn()))
        .as("visits, check-outs matched or not, withdrawals")
        .containsExactly(2L, 2L, 1L);
    assertThat(gone.bytes()).isPositive();
    assertThat(retention.kept(OPERATOR, run.number(), null, 10).rows())
        .containsExactly(new KeptEvidence("tracing", trace, day.plusDays(1), 2));
    assertThat(retention.partitions(OPERATOR)).extracting(DayPartition::day).doesNotContain(day);
    assertThat(tested.contents()).as("the next day stays whole").hasSize(3);
    assertThat(audited()).isEqualTo(1);

    work().run(nightAfter(31).plus(Duration.ofHours(1)));
    assertThat(retention.runs(OPERATOR, null, 10).rows()).as("nothing is left to do").hasSize(1);
  }

  @Test
  void aDayWaitsForAFollowerThatHasNotReadIt() {
    follower.cursor = tested.store.head() - 1;
    work().run(nightAfter(31));
    assertThat(only().outcome()).isEqualTo(RetentionRun.Outcome.WAITS);
    assertThat(only().waitsFor()).isEqualTo("tracing");
    assertThat(retention.partitions(OPERATOR)).extracting(DayPartition::day).contains(day);

    follower.cursor = tested.store.head();
    follower.needsFrom = day;
    work().run(nightAfter(31));
    assertThat(retention.partitions(OPERATOR)).extracting(DayPartition::day).contains(day);

    follower.needsFrom = day.plusDays(1);
    work().run(nightAfter(31));
    assertThat(retention.partitions(OPERATOR)).extracting(DayPartition::day).doesNotContain(day);
  }

  @Test
  void groupsThatWereUnderWayAtMidnightAreWaitedFor() {
    Instant justAfter = VisitDays.midnight(day.plusDays(31)).plusSeconds(60);

    work().run(justAfter);

    assertThat(retention.runs(OPERATOR, null, 10).rows()).isEmpty();
  }

  @Test
  void aDayThatIsBeingReadStaysWholeAndGoesLater() throws SQLException {
    try (Connection reader = database.pool().getConnection();
        Statement statement = reader.createStatement()) {
      reader.setAutoCommit(false);
      statement.executeQuery("select count(*) from visits.visit").close();
      work().run(nightAfter(31));
      reader.rollback();
    }
    assertThat(only().outcome()).isEqualTo(RetentionRun.Outcome.LOCKED);
    assertThat(retention.forgotten(OPERATOR, only().number())).isEmpty();
    assertThat(tested.contents()).hasSize(8);

    work().run(nightAfter(31).plus(Duration.ofHours(1)));
    assertThat(tested.contents()).hasSize(3);
  }

  @Test
  void twoCopiesDestroyADayOnce() throws ExecutionException, InterruptedException {
    RetentionWork one = work();
    RetentionWork other = work();
    try (var copies = Executors.newVirtualThreadPerTaskExecutor()) {
      var first = copies.submit(() -> one.run(nightAfter(32)));
      var second = copies.submit(() -> other.run(nightAfter(32)));
      first.get();
      second.get();
    }
    // Whichever came second may have found the lock taken; the next run finds nothing to do.
    work().run(nightAfter(32).plus(Duration.ofHours(1)));

    assertThat(tested.contents()).isEmpty();
    assertThat(audited()).isEqualTo(2);
    assertThat(
            database
                .jdbc()
                .sql("select count(*) from visits.forgotten_day")
                .query(Integer.class)
                .single())
        .isEqualTo(2);
  }

  private RetentionWork work() {
    var beans = new StaticListableBeanFactory();
    beans.addBean("follower", follower);
    return new RetentionWork(
        new RetentionTable(database.jdbc()),
        new DayTable(database.jdbc()),
        new StoreUnderTest(database).store,
        VisitsSettings.defaults(),
        beans.getBeanProvider(ArrivalFollower.class),
        TestAudit.on(database.jdbc()),
        new VisitMetrics(new SimpleMeterRegistry()),
        database.transactions());
  }

  private RetentionRun only() {
    return retention.runs(OPERATOR, null, 10).rows().getFirst();
  }

  private int audited() {
    return database
        .jdbc()
        .sql("select count(*) from audit.entry where kind = 'visits.forget-day'")
        .query(Integer.class)
        .single();
  }

  /** At 02:40 of the morning so many days after the first. */
  private Instant nightAfter(int days) {
    return VisitDays.midnight(day.plusDays(days)).plus(Duration.ofMinutes(160));
  }

  private void append(VisitMessage... messages) {
    tested.store.append(List.of(messages));
  }

  private static long at(LocalDate day, int hour) {
    return VisitDays.midnight(day).getEpochSecond() + hour * 3_600L;
  }

  /** A follower that stands where a test puts it. */
  private static final class FollowerAtRest implements ArrivalFollower {
    private long cursor;
    private LocalDate needsFrom = LocalDate.MAX;
    private List<Kept> kept = List.of();

    @Override
    public String name() {
      return "tracing";
    }

    @Override
    public long cursor() {
      return cursor;
    }

    @Override
    public LocalDate needsFrom() {
      return needsFrom;
    }

    @Override
    public List<Kept> keptOf(LocalDate before) {
      return kept;
    }
  }
}
