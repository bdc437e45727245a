package vn.lachan.app.tracing;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lachan.app.TestDatabase;
import vn.lachan.app.program.ProgramSettings;
import vn.lachan.app.units.TestUnits;
import vn.lachan.app.units.Units;
import vn.lachan.app.visits.VisitsSettings;
import vn.lachan.engine.tracing.Contact;
import vn.lachan.engine.tracing.ContactClass;
import vn.lachan.engine.tracing.Encounter;
import vn.lachan.engine.tracing.InfectiousPeriod.CaseDates;
import vn.lachan.engine.tracing.PlaceTraits;
import vn.lachan.engine.tracing.Rules;
import vn.lachan.engine.tracing.Source;
import vn.lachan.engine.tracing.TraceInMemory;
import vn.lachan.engine.tracing.Tracer;
import vn.lachan.engine.tracing.VisitRows;
import vn.lachan.engine.tracing.Window;

/** The module on a database of its own, over sources in memory. */
final class TracingFixture implements AutoCloseable {
  static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
  static final LocalDate DAY = LocalDate.of(2021, 9, 10);
  static final Instant NOW = DAY.atTime(8, 0).atZone(ZONE).toInstant();
  static final int COMMUNE = 1_314_776;
  private static final int FAR = TracingSettings.defaults().keptFarExposures();
  static final String COVID = "COVID-19";

  final TestDatabase database = TestDatabase.create();
  final SimulatedSources sources = new SimulatedSources();
  final List<TraceUpdated> updates = new ArrayList<>();
  final Traces traces;
  final Follower follower;
  final FollowerTable followerTable;
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
        FollowerTable.class,
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

  /** The rows of a trace, each as one text with its evidence. */
  Set<String> rows(long subject) {
    return new HashSet<>(
        database
            .jdbc()
            .sql(
                """
                select concat_ws(' ', c.person, c.generation, c.casual, c.minutes,
                  extract(epoch from c.first_at)::bigint, extract(epoch from c.last_at)::bigint, c.via,
                  c.exposures, (select string_agg(concat_ws(',', e.source, e.via, e.place, e.setting,
                    e.day, e.pieces, e.seconds, e.casual, e.inferred, e.reason, e.threshold_minutes),
                    ';' order by e.ordinal)
                    from tracing.exposure e where e.trace = c.trace and e.person = c.person))
                from tracing.contact c join tracing.trace t on t.number = c.trace
                where t.subject = :subject and c.withdrawn_at is null
                """)
            .param("subject", subject)
            .query(String.class)
            .list());
  }

  /** What the engine finds today over everything, in the same words. */
  Set<String> fresh(long subject, long person) {
    TraceHead head = traces.head(subject).orElseThrow();
    Rules rules =
        RulesJson.read(
            database
                .jdbc()
                .sql("select rules from tracing.trace where subject = :subject")
                .param("subject", subject)
                .query(String.class)
                .single());
    var rows = new VisitRows();
    sources.visits.forEach(
        visit ->
            rows.add(
                sources.person(visit.person()),
                visit.place(),
                visit.enteredAt(),
                visit.leftAt(),
                visit.departureInferred()));
    List<PlaceTraits> traits =
        sources.settings.entrySet().stream()
            .map(entry -> new PlaceTraits(entry.getKey(), entry.getValue()))
            .toList();
    List<Encounter> encounters =
        sources.households.stream()
            .filter(link -> sources.person(link.personA()) != sources.person(link.personB()))
            .map(
                link ->
                    Encounter.of(
                        sources.person(link.personA()),
                        sources.person(link.personB()),
                        Source.HOUSEHOLD,
                        link.from().getEpochSecond(),
                        link.to().getEpochSecond()))
            .toList();
    var window =
        new Window(head.window().from().getEpochSecond(), head.window().to().getEpochSecond());
    CrowdTable crowds = context.getBean(CrowdTable.class);
    var tracer =
        Tracer.open(
            sources.person(person),
            window,
            rules,
            rules.generations(),
            ZONE,
            Tracer.KEPT_EXPOSURES,
            crowds.rule(number(subject), settings.crowdVisitors()));
    Set<String> found = new HashSet<>();
    new TraceInMemory(rows, traits, encounters)
        .run(tracer)
        .contacts()
        .forEach(contact -> found.add(words(contact, FAR)));
    return found;
  }

  private static String words(Contact contact, int far) {
    List<String> exposures = new ArrayList<>();
    contact.exposures().stream()
        .limit(contact.generation() == 1 ? Long.MAX_VALUE : far)
        .forEach(
            e -> {
              List<Long> overlaps = new ArrayList<>();
              e.overlaps()
                  .forEach(
                      o ->
                          overlaps.addAll(
                              Arrays.asList(
                                  o.viaFrom(),
                                  o.viaTo(),
                                  o.contactFrom(),
                                  o.contactTo(),
                                  o.from(),
                                  o.to(),
                                  o.departureInferred() ? 1L : 0L)));
              exposures.add(
                  join(
                      ",",
                      e.source(),
                      e.via(),
                      e.place(),
                      e.setting(),
                      e.day(),
                      overlaps.toString().replace("[", "{").replace("]", "}").replace(" ", ""),
                      e.seconds(),
                      flag(e.contactClass() == ContactClass.CASUAL),
                      flag(e.departureInferred()),
                      e.reason().code(),
                      e.reason().thresholdMinutes()));
            });
    return join(
        " ",
        contact.person(),
        contact.generation(),
        flag(contact.contactClass() == ContactClass.CASUAL),
        contact.minutes(),
        contact.firstAt(),
        contact.lastAt(),
        contact.via(),
        contact.exposureCount(),
        String.join(";", exposures));
  }

  private static String flag(boolean value) {
    return value ? "t" : "f";
  }

  private static String join(String separator, @Nullable Object... values) {
    return String.join(separator, Arrays.stream(values).map(String::valueOf).toList());
  }

  @Override
  public void close() {
    context.close();
    database.close();
  }
}
