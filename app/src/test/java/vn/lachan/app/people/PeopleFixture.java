package vn.lachan.app.people;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.core.type.filter.RegexPatternTypeFilter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lachan.app.TestDatabase;
import vn.lachan.app.access.Actor;
import vn.lachan.app.access.Grant;
import vn.lachan.app.access.Role;
import vn.lachan.app.access.Scope;
import vn.lachan.app.audit.Audit;
import vn.lachan.app.audit.TestAudit;
import vn.lachan.app.kernel.Keyring;
import vn.lachan.app.program.Jobs;
import vn.lachan.app.program.ProgramSettings;
import vn.lachan.engine.scan.PersonName;
import vn.lachan.engine.scan.PhoneNumber;

/** The module on a database of its own, put together as the program does. */
final class PeopleFixture implements AutoCloseable {
  static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");
  static final int COMMUNE_A = 2_315_664;
  static final int COMMUNE_B = 2_315_665;

  final TestDatabase database = TestDatabase.create();
  final List<Object> events = new ArrayList<>();
  private final AnnotationConfigApplicationContext context =
      new AnnotationConfigApplicationContext();

  final Keyring keyring = Keyring.generate();
  final FakeJobs jobs = new FakeJobs();

  PeopleFixture() {
    this(new PeopleSettings(2_000, 50, 30, 1_000, 0, null, ""));
  }

  PeopleFixture(PeopleSettings settings) {
    keyring.keepWith((master, lookup) -> {});
    context.registerBean(JdbcClient.class, database::jdbc);
    context.registerBean(javax.sql.DataSource.class, database::pool);
    context.registerBean(TransactionTemplate.class, database::transactions);
    context.registerBean(Keyring.class, () -> keyring);
    context.registerBean(
        PlatformTransactionManager.class,
        () -> java.util.Objects.requireNonNull(database.transactions().getTransactionManager()));
    context.registerBean(PeopleSettings.class, () -> settings);
    context.registerBean(
        PersonalCodeSettings.class, () -> new PersonalCodeSettings(30, 365, 20, false));
    context.registerBean(ProgramSettings.class, PeopleFixture::program);
    context.registerBean(Jobs.class, () -> jobs);
    context.registerBean(Clock.class, () -> Clock.fixed(NOW, ZoneOffset.UTC));
    context.addApplicationListener(
        event -> {
          if (event instanceof org.springframework.context.PayloadApplicationEvent<?> payload) {
            events.add(payload.getPayload());
          }
        });
    var scanner = new ClassPathBeanDefinitionScanner(context);
    scanner.addExcludeFilter(new RegexPatternTypeFilter(Pattern.compile(".*\\.web\\..*")));
    context.registerBean(Audit.class, () -> TestAudit.on(database.jdbc()));
    scanner.scan("vn.lachan.app.people");
    context.refresh();
    communes();
  }

  private static ProgramSettings program() {
    return new ProgramSettings(
        java.nio.file.Path.of("target"),
        "",
        "none",
        false,
        java.time.ZoneId.of("Asia/Ho_Chi_Minh"),
        false,
        null,
        null);
  }

  /** Two communes, each reaching itself. */
  private void communes() {
    database
        .jdbc()
        .sql(
            """
            insert into units.within (ancestor_id, unit_id)
            select u, u from unnest(array[:a, :b]) as u on conflict do nothing
            """)
        .param("a", COMMUNE_A)
        .param("b", COMMUNE_B)
        .update();
  }

  People people() {
    return context.getBean(People.class);
  }

  <T> T bean(Class<T> type) {
    return context.getBean(type);
  }

  JdbcClient jdbc() {
    return database.jdbc();
  }

  long count(String query) {
    return database.jdbc().sql(query).query((row, index) -> row.getLong(1)).single();
  }

  /** As if nothing had happened yet. */
  void empty() {
    try (Connection connection = database.superuser();
        Statement statement = connection.createStatement()) {
      statement.execute("truncate people.person, people.household cascade");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  static Actor officer(int commune) {
    return new Actor(
        7,
        "Cán bộ xã",
        Actor.Kind.STAFF,
        List.of(new Grant(Role.COMMUNE, new Scope.OfUnit(commune))));
  }

  static Actor tracer() {
    return new Actor(
        8,
        "Tổ truy vết",
        Actor.Kind.STAFF,
        List.of(new Grant(Role.TRACER, new Scope.Everywhere())));
  }

  static PhoneNumber phone(String national) {
    return new PhoneNumber("84" + national.substring(1));
  }

  /** A claim as an import line makes it: number, phone, name, year; empty for not stated. */
  static Claim claim(
      @Nullable String citizenNumber,
      @Nullable String phone,
      @Nullable String name,
      @Nullable Integer year) {
    return new Claim(
        null,
        citizenNumber,
        phone == null ? null : phone(phone),
        false,
        name == null ? null : new PersonName(name),
        year,
        null,
        null,
        COMMUNE_A,
        Source.IMPORT);
  }

  @Override
  public void close() {
    context.close();
    database.close();
  }
}
