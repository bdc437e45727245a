package vn.lachan.app.tracing;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lachan.app.TestDatabase;
import vn.lachan.app.program.ProgramSettings;
import vn.lachan.app.units.TestUnits;
import vn.lachan.app.units.Units;
import vn.lachan.app.visits.VisitsSettings;
import vn.lachan.engine.tracing.InfectiousPeriod.CaseDates;

/** The module on a database of its own, over sources in memory. */
final class TracingFixture implements AutoCloseable {
  static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
  static final LocalDate DAY = LocalDate.of(2021, 9, 10);
  static final Instant NOW = DAY.atTime(8, 0).atZone(ZONE).toInstant();
  static final int COMMUNE = 1_314_776;
  static final String COVID = "COVID-19";

  final TestDatabase database = TestDatabase.create();
  final SimulatedSources sources = new SimulatedSources();
  final List<TraceUpdated> updates = new ArrayList<>();
  final Traces traces;
  final Follower follower;
  final FollowerTable followerTable;
  final CrowdTable crowds;
  final TraceKeeper keeper;
  final TracingSettings settings;
  private final AnnotationConfigApplicationContext context =
      new AnnotationConfigApplicationContext();

  TracingFixture(boolean drill) {
    this(drill, TracingSettings.defaults());
  }

  TracingFixture(boolean drill, TracingSettings settings) {
    this.settings = settings;
    Units units = TestUnits.loadedInto(database);
    context.registerBean(JdbcClient.class, database::jdbc);
    context.registerBean(DataSource.class, database::pool);
    context.registerBean(TransactionTemplate.class, database::transactions);
    context.registerBean(Clock.class, () -> Clock.fixed(NOW, ZoneOffset.UTC));
    context.registerBean(Units.class, () -> units);
    context.registerBean(
        ProgramSettings.class,
        () -> new ProgramSettings(Path.of("target"), "", "none", drill, ZONE, false, null, null));
    context.registerBean(TracingSettings.class, () -> settings);
    context.registerBean(VisitsSettings.class, VisitsSettings::defaults);
    context.registerBean(TraceSources.class, () -> sources);
    context.register(
        RuleSets.class,
        Planner.class,
        TraceTable.class,
        ContactTable.class,
        EvidenceTable.class,
        CrowdTable.class,
        LookTable.class,
        ContactListTable.class,
        TraceViewTable.class,
        GraphTable.class,
        FollowerTable.class,
        GraphTable.class,
        TraceKeeper.class,
        StoredTraces.class,
        Follower.class);
    context.addApplicationListener(
        event -> {
          if (event instanceof PayloadApplicationEvent<?> payload
              && payload.getPayload() instanceof TraceUpdated updated) {
            updates.add(updated);
          }
        });
    context.refresh();
    traces = context.getBean(Traces.class);
    follower = context.getBean(Follower.class);
    followerTable = context.getBean(FollowerTable.class);
    crowds = context.getBean(CrowdTable.class);
    keeper = context.getBean(TraceKeeper.class);
  }

  TraceHead open(long subject, long person, CaseDates dates, Instant now) {
    return inTransaction(
        () -> traces.open(new TraceRequest(subject, person, COVID, COMMUNE, DAY, dates), now));
  }

  <T> T inTransaction(Supplier<T> work) {
    return Objects.requireNonNull(database.transactions().execute(_ -> work.get()));
  }

  void merge(long record, long sameAs) {
    sources.aliases.put(record, sameAs);
    followerTable.aliasChanged(record, sameAs);
  }

  void unmerge(long record) {
    Long sameAs = sources.aliases.remove(record);
    followerTable.aliasChanged(record, Objects.requireNonNull(sameAs));
  }

  void follow(Instant now) {
    while (follower.step(now)) {}
  }

  long number(long subject) {
    return database
        .jdbc()
        .sql("select number from tracing.trace where subject = :subject")
        .param("subject", subject)
        .query((row, _) -> row.getLong(1))
        .single();
  }

  Set<String> rows(long subject) {
    return TraceWords.rows(database.jdbc(), subject);
  }

  /** What the engine finds today over everything, in the same words. */
  Set<String> fresh(long subject) {
    var given =
        new TraceWords.Given(
            sources.visits,
            sources.settings,
            sources.households,
            sources::person,
            crowds.rule(number(subject), settings.crowdVisitors()),
            ZONE);
    return TraceWords.words(TraceWords.run(database.jdbc(), subject, given));
  }

  @Override
  public void close() {
    context.close();
    database.close();
  }
}
