package vn.lachan.app.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lachan.app.kernel.Keyring;
import vn.lachan.app.program.DatabaseAccess;
import vn.lachan.app.program.RunningProgram;
import vn.lachan.app.units.TestUnits;
import vn.lachan.app.units.Units;
import vn.lachan.app.visits.Capture;
import vn.lachan.app.visits.CaptureWay;
import vn.lachan.app.visits.NewVisit;
import vn.lachan.app.visits.VisitMessage;
import vn.lachan.engine.tracing.CrowdRule;
import vn.lachan.engine.tracing.InfectiousPeriod.CaseDates;
import vn.lachan.engine.tracing.Setting;
import vn.lachan.engine.tracing.TraceResult;

/**
 * Two copies of the program, as processes of their own on one database, follow a flood of visits;
 * one is killed while it holds the cursor. The other goes on, and each standing trace ends equal to
 * a fresh run.
 */
class KilledFollowerTests {
  private static final long SEED = Long.getLong("seed", 20_261_122L);
  private static final int SUBJECTS = 3;
  private static final int GROUPS = 250;
  private static final int GROUP_VISITS = 20;
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String KILLED = "killed";

  @TempDir Path folder;

  private final RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);

  @Test
  void theOtherCopyFinishesWhatAKilledOneWasDoing() throws Exception {
    try (var world = new StandingWorld()) {
      Units units = TestUnits.loadedInto(world.database);
      places(world);
      world.visits.append(group(world));
      openTraces(world, units);
      String keys = Keyring.generate().masterText();
      String lookup = Keyring.generate().lookupText();
      try (RunningProgram killed = start(world.database.access(), KILLED, keys, lookup);
          RunningProgram left = startBeside(world.database.access(), keys, lookup)) {
        boolean caught = floodUntilKilled(world, killed);
        assertThat(caught).as("the copy was killed while it followed").isTrue();
        awaitQuiet(world.database.jdbc());
        assertEqualToFreshRuns(world);
        assertThat(left.address()).isNotEmpty();
      }
    }
  }

  /** A copy shares the key of codes with the first one, as its operator is told. */
  private RunningProgram startBeside(DatabaseAccess access, String master, String lookup)
      throws IOException {
    Path keys = Files.createDirectories(folder.resolve("other").resolve("keys"));
    try (Stream<Path> files = Files.list(folder.resolve(KILLED).resolve("keys"))) {
      for (Path file : files.toList()) {
        if (file.getFileName().toString().startsWith("codes-")) {
          Files.copy(file, keys.resolve(file.getFileName()), StandardCopyOption.COPY_ATTRIBUTES);
        }
      }
    }
    return start(access, "other", master, lookup);
  }

  private RunningProgram start(DatabaseAccess access, String name, String master, String lookup)
      throws IOException {
    Map<String, String> environment = new HashMap<>();
    environment.put("LACHAN_DATABASE_URL", access.url() + "?ApplicationName=" + name);
    environment.put("LACHAN_KEYS_MASTER", master);
    environment.put("LACHAN_KEYS_LOOKUP", lookup);
    login(environment, "MIGRATE", access.migrate());
    login(environment, "APP", access.app());
    login(environment, "REPORTING", access.reporting());
    return RunningProgram.start(folder.resolve(name), environment, "--tracing.follow-groups=3");
  }

  private static void login(
      Map<String, String> environment, String role, DatabaseAccess.Login login) {
    environment.put("LACHAN_DATABASE_" + role + "_USER", login.user());
    environment.put("LACHAN_DATABASE_" + role + "_PASSWORD", login.password());
  }

  /** Small groups, so that there is much to follow; the kill falls into a step of the follower. */
  private boolean floodUntilKilled(StandingWorld world, RunningProgram killed)
      throws InterruptedException {
    boolean caught = false;
    for (int sent = 0; sent < GROUPS; sent++) {
      world.visits.append(group(world));
      if (!caught && sent > GROUPS / 5 && holdsTheCursor(world.database.jdbc())) {
        killed.kill();
        caught = true;
      }
    }
    Instant patience = Instant.now().plus(PATIENCE);
    while (!caught && Instant.now().isBefore(patience)) {
      world.visits.append(group(world));
      if (holdsTheCursor(world.database.jdbc())) {
        killed.kill();
        caught = true;
      }
    }
    return caught;
  }

  private static boolean holdsTheCursor(JdbcClient jdbc) {
    return jdbc.sql(
            """
            select exists (select from pg_stat_activity a join pg_locks l on l.pid = a.pid
              where a.application_name = :name and a.datname = current_database()
                and l.relation = 'tracing.contact'::regclass and l.mode = 'RowExclusiveLock')
            """)
        .param("name", KILLED)
        .query(Boolean.class)
        .single();
  }

  private static void awaitQuiet(JdbcClient jdbc) {
    Instant patience = Instant.now().plus(PATIENCE);
    while (!isQuiet(jdbc)) {
      assertThat(Instant.now()).as("patience").isBefore(patience);
      LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
    }
  }

  private static boolean isQuiet(JdbcClient jdbc) {
    return jdbc.sql(
            """
            select (select cursor from tracing.follower) >= (select max(number) from visits.arrival)
            """)
        .query(Boolean.class)
        .single();
  }

  private static void assertEqualToFreshRuns(StandingWorld world) {
    JdbcClient jdbc = world.database.jdbc();
    int contacts = 0;
    for (long subject = 1; subject <= SUBJECTS; subject++) {
      var given =
          new TraceWords.Given(
              world.stored(),
              world.settings,
              List.of(),
              record -> record,
              new CrowdRule(TracingSettings.defaults().crowdVisitors(), List.of()),
              TracingFixture.ZONE);
      TraceResult fresh = TraceWords.run(jdbc, subject, given);
      assertThat(TraceWords.rows(jdbc, subject))
          .as("-Dseed=%d, subject %d", SEED, subject)
          .isEqualTo(TraceWords.words(fresh));
      contacts += fresh.contacts().size();
    }
    assertThat(contacts).isPositive();
  }

  private static void openTraces(StandingWorld world, Units units) {
    Instant now = Instant.now();
    try (var copy = new TraceCopy(world, units, TracingSettings.defaults(), now)) {
      for (long subject = 1; subject <= SUBJECTS; subject++) {
        var dates = new CaseDates(world.today.minusDays(1), null, null, now);
        var request =
            new TraceRequest(
                subject, subject, "COVID-19", TracingFixture.COMMUNE, world.today, dates);
        copy.transactions.execute(_ -> copy.traces.open(request, now));
      }
    }
  }

  private static void places(StandingWorld world) {
    world
        .database
        .jdbc()
        .sql(
            """
            insert into places.place (code, name, address, search_name, search_address, type,
              unit_id, sector, location_exact, setting, must_register, status, status_since,
              created_at)
            select 'PLACE' || lpad(n::text, 3, '0'), 'Chợ ' || n, 'Số 1', 'cho ' || n, 'so 1', 'market',
              :unit, 'x', false, 'indoor', true, 'open', now(), now()
            from generate_series(1, :places) n
            """)
        .param("unit", TracingFixture.COMMUNE)
        .param("places", StandingWorld.PLACES)
        .update();
    for (long place = 1; place <= StandingWorld.PLACES; place++) {
      world.settings.put(place, Setting.INDOOR);
    }
  }

  private List<VisitMessage> group(StandingWorld world) {
    List<VisitMessage> visits = new ArrayList<>();
    for (int i = 0; i < GROUP_VISITS; i++) {
      long entered = world.midnight(1 + random.nextInt(3)) + random.nextInt(80_000);
      long left = entered + 60L * random.nextInt(1, 90);
      visits.add(
          new NewVisit(
              1L + random.nextInt(StandingWorld.PERSONS),
              1L + random.nextInt(StandingWorld.PLACES),
              entered,
              left,
              null,
              false,
              Capture.now(CaptureWay.KEEPER_SCAN, 1, entered)));
    }
    return visits;
  }
}
