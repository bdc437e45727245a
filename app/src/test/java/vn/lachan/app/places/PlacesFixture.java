package vn.lachan.app.places;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.support.StaticMessageSource;
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
import vn.lachan.app.kernel.Keyring;
import vn.lachan.app.program.JobView;
import vn.lachan.app.program.Jobs;
import vn.lachan.app.program.NewJob;
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

  /** Long work is tested where it is done, a step at a time. */
  private static final class NoJobs implements Jobs {
    @Override
    public UUID start(NewJob job) {
      return UUID.randomUUID();
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
      return 0;
    }
  }

  /** Not marked as a configuration: the whole program would find it among its own. */
  @EnableTransactionManagement
  @ComponentScan(
      basePackages = {"vn.lachan.app.places", "vn.lachan.app.units", "vn.lachan.app.audit"},
      excludeFilters = {
        @Filter(type = FilterType.REGEX, pattern = ".*\\.web\\..*"),
        @Filter(type = FilterType.REGEX, pattern = ".*AccessOwnerProof"),
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
    Jobs jobs() {
      return new NoJobs();
    }

    @Bean
    CoverageSettings coverageSettings() {
      return new CoverageSettings(20, 20, 10, 35, 120, 100_000);
    }

    @Bean
    PlacesSettings placesSettings() {
      return new PlacesSettings(24, 366, 60);
    }

    @Bean
    MessageSource messageSource() {
      return new StaticMessageSource();
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
