package vn.lachan.app.tracing;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lachan.app.CrashingDataSource;
import vn.lachan.app.program.ProgramSettings;
import vn.lachan.app.units.Units;
import vn.lachan.app.visits.VisitsSettings;

/** One copy of the program, as far as traces go; killing it leaves what it had committed. */
final class TraceCopy implements AutoCloseable {
  final CrashingDataSource data;
  final TransactionTemplate transactions;
  final Traces traces;
  final Follower follower;
  final TraceKeeper keeper;
  final CrowdTable crowds;
  final OldVisits oldVisits;
  private final AnnotationConfigApplicationContext context =
      new AnnotationConfigApplicationContext();

  TraceCopy(StandingWorld world, Units units, TracingSettings settings, Instant now) {
    data = new CrashingDataSource(world.database.pool());
    transactions = new TransactionTemplate(new DataSourceTransactionManager(data));
    JdbcClient jdbc = JdbcClient.create(data);
    context.registerBean(JdbcClient.class, () -> jdbc);
    context.registerBean(DataSource.class, () -> data);
    context.registerBean(TransactionTemplate.class, () -> transactions);
    context.registerBean(Clock.class, () -> Clock.fixed(now, ZoneOffset.UTC));
    context.registerBean(Units.class, () -> units);
    context.registerBean(
        ProgramSettings.class,
        () ->
            new ProgramSettings(
                Path.of("target"), "", "none", true, TracingFixture.ZONE, false, null, null));
    context.registerBean(TracingSettings.class, () -> settings);
    context.registerBean(VisitsSettings.class, VisitsSettings::defaults);
    context.registerBean(TraceSources.class, () -> world.sources(jdbc));
    context.register(
        RuleSets.class,
        Planner.class,
        TraceTable.class,
        ContactTable.class,
        EvidenceTable.class,
        GraphTable.class,
        CrowdTable.class,
        ContactListTable.class,
        TraceViewTable.class,
        FollowerTable.class,
        TraceKeeper.class,
        StoredTraces.class,
        Follower.class,
        OldVisits.class);
    context.refresh();
    traces = context.getBean(Traces.class);
    follower = context.getBean(Follower.class);
    keeper = context.getBean(TraceKeeper.class);
    crowds = context.getBean(CrowdTable.class);
    oldVisits = context.getBean(OldVisits.class);
  }

  @Override
  public void close() {
    context.close();
  }
}
