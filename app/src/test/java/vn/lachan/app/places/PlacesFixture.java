package vn.lachan.app.places;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;
import vn.lachan.app.TestDatabase;
import vn.lachan.app.access.Actor;
import vn.lachan.app.access.Grant;
import vn.lachan.app.access.Role;
import vn.lachan.app.access.Scope;
import vn.lachan.app.audit.Audit;
import vn.lachan.app.audit.TestAudit;
import vn.lachan.app.kernel.Keyring;
import vn.lachan.app.program.ProgramSettings;
import vn.lachan.app.units.Hierarchy;
import vn.lachan.app.units.Units;

/** The module with its real neighbours on a real database; only the one-time codes are a fake. */
final class PlacesFixture implements AutoCloseable {
  /** A Friday noon in the province. */
  static final Instant NOW = Instant.parse("2026-03-06T05:00:00Z");

  final TestDatabase database = TestDatabase.create();
  final AnnotationConfigApplicationContext context;
  final Places places;
  final FakeOwnerProof phones;
  final SteppingClock clock;

  /** Two communes of one province and one of another. */
  final int communeA;

  final int communeB;
  final int elsewhere;
  final int province;

  PlacesFixture() {
    context = new AnnotationConfigApplicationContext();
    context.registerBean(TestDatabase.class, () -> database);
    context.register(Beans.class);
    context.refresh();
    places = context.getBean(Places.class);
    phones = context.getBean(FakeOwnerProof.class);
    clock = context.getBean(SteppingClock.class);
    Units units = context.getBean(Units.class);
    var today = Hierarchy.WITHOUT_DISTRICTS_FROM;
    province = units.byCode("38", today).orElseThrow().id();
    var communes = units.children(province);
    communeA = communes.get(0).id();
    communeB = communes.get(1).id();
    elsewhere = units.children(units.byCode("80", today).orElseThrow().id()).getFirst().id();
  }

  Registration registration(String name, String type, int commune) {
    return new Registration(
        name, type, "12 Lê Lợi", commune, null, null, null, null, null, null, null, null);
  }

  static Actor officer(int unit) {
    return staff(11, Role.COMMUNE, new Scope.OfUnit(unit));
  }

  static Actor sector(String sector, int unit) {
    return staff(12, Role.SECTOR, new Scope.OfSector(sector, unit));
  }

  static Actor owner(long account, long place) {
    var grant = new Grant(Role.OWNER, new Scope.OfPlace(place));
    return new Actor(account, "Chủ điểm", Actor.Kind.OWNER, List.of(grant));
  }

  static Actor staff(long account, Role role, Scope scope) {
    return new Actor(account, "Cán bộ", Actor.Kind.STAFF, List.of(new Grant(role, scope)));
  }

  @Override
  public void close() {
    context.close(); // and with it the database
  }

  /** Stands still until it is told to step. */
  static final class SteppingClock extends Clock {
    private Instant now = NOW;

    void step(Duration duration) {
      now = now.plus(duration);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new UnsupportedOperationException();
    }
  }

  /** Not marked as a configuration: the whole program would find it among its own. */
  @EnableTransactionManagement
  @ComponentScan(
      basePackages = {"vn.lachan.app.places", "vn.lachan.app.units"},
      excludeFilters = {
        @Filter(type = FilterType.REGEX, pattern = ".*\\.web\\..*"),
        @Filter(type = FilterType.REGEX, pattern = ".*\\.places\\.Access.*"),
        @Filter(type = FilterType.REGEX, pattern = ".*Tests.*")
      })
  static class Beans {
    @Bean
    DataSource dataSource(TestDatabase database) {
      return database.pool();
    }

    @Bean
    PlatformTransactionManager transactionManager(DataSource dataSource) {
      return new JdbcTransactionManager(dataSource);
    }

    @Bean
    TransactionTemplate transactions(PlatformTransactionManager manager) {
      return new TransactionTemplate(manager);
    }

    @Bean
    JdbcTemplate jdbcTemplate(DataSource dataSource) {
      return new JdbcTemplate(dataSource);
    }

    @Bean
    NamedParameterJdbcTemplate namedTemplate(JdbcTemplate template) {
      return new NamedParameterJdbcTemplate(template);
    }

    @Bean
    JdbcClient jdbcClient(NamedParameterJdbcTemplate template) {
      return JdbcClient.create(template);
    }

    @Bean
    SteppingClock clock() {
      return new SteppingClock();
    }

    @Bean
    Keyring keyring() {
      return Keyring.generate();
    }

    @Bean
    FakeOwnerProof ownerProof() {
      return new FakeOwnerProof();
    }

    @Bean
    FakeVisitCounts visitCounts() {
      return new FakeVisitCounts();
    }

    @Bean
    CoverageSettings coverageSettings() {
      return new CoverageSettings(20, 20, 10, 35, 120, 100_000);
    }

    @Bean
    Audit audit(JdbcClient jdbc) {
      return TestAudit.on(jdbc);
    }

    @Bean
    FakeOfficers officers() {
      return new FakeOfficers();
    }

    @Bean
    FakeUses placeUses() {
      return new FakeUses();
    }

    @Bean
    FakeJobs jobs() {
      return new FakeJobs();
    }

    @Bean
    ImportSettings importSettings() {
      return new ImportSettings(1, 5_000, 40, 8, 100, 60, 14, 24, 50);
    }

    @Bean
    PrintSettings printSettings() {
      return new PrintSettings(100, 10, 24);
    }

    @Bean
    PlacesSettings placesSettings() {
      return new PlacesSettings(24, 366, 60);
    }

    @Bean
    MessageSource messageSource() {
      var messages = new ResourceBundleMessageSource();
      messages.setBasename("messages/places");
      messages.setDefaultEncoding("UTF-8");
      messages.setFallbackToSystemLocale(false);
      return messages;
    }

    @Bean
    ProgramSettings programSettings() {
      return new ProgramSettings(
          Path.of("target"),
          "https://lachan.example",
          "none",
          false,
          ZoneId.of("Asia/Ho_Chi_Minh"),
          false,
          null,
          null);
    }
  }
}
