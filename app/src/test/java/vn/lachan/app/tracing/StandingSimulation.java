package vn.lachan.app.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lachan.app.CrashingDataSource.Crash;
import vn.lachan.app.units.TestUnits;
import vn.lachan.app.units.Units;
import vn.lachan.app.visits.Capture;
import vn.lachan.app.visits.CaptureWay;
import vn.lachan.app.visits.DepartureKind;
import vn.lachan.app.visits.NewDeparture;
import vn.lachan.app.visits.NewLimit;
import vn.lachan.app.visits.NewVisit;
import vn.lachan.app.visits.NewWithdrawal;
import vn.lachan.app.visits.VisitMessage;
import vn.lachan.engine.tracing.Crowd;
import vn.lachan.engine.tracing.CrowdDecision;
import vn.lachan.engine.tracing.InfectiousPeriod.CaseDates;
import vn.lachan.engine.tracing.Setting;
import vn.lachan.engine.tracing.TraceResult;
import vn.lachan.engine.tracing.Visit;

/** What happens with one seed, from the first visit until the old days are destroyed. */
final class StandingSimulation implements AutoCloseable {
  private static final int ROUNDS = 45;
  private static final int SUBJECTS = 4;
  private static final int DAYS = 6;
  private static final int STEP_SECONDS = 300;

  /** How many days before today is the first that is still held in the end. */
  private static final int FIRST_HELD = 2;

  private static final TracingSettings SETTINGS =
      new TracingSettings(
          60,
          200,
          5,
          7,
          3,
          Duration.ofMinutes(5),
          Duration.ofHours(24),
          2,
          3,
          Duration.ofMinutes(30),
          21);

  final Set<Crowd.Outcome> outcomes = EnumSet.noneOf(Crowd.Outcome.class);
  private final long seed;
  private final RandomGenerator random;
  private final StandingWorld world = new StandingWorld();
  private final JdbcClient jdbc = world.database.jdbc();

  /** Writes in the transactions of the changes themselves. */
  private final FollowerTable notes = new FollowerTable(jdbc);

  private final Units units = TestUnits.loadedInto(world.database);
  private final List<VisitMessage> sent = new ArrayList<>();
  private final List<TraceCopy> copies = new ArrayList<>();
  private final ExecutorService threads = Executors.newFixedThreadPool(2);
  private Instant now = world.now();
  private int kills;

  /** Visits of days that were destroyed meanwhile, as they last stood. */
  private List<Visit> gone = List.of();

  private boolean onlyCopies;

  StandingSimulation(long seed) {
    this.seed = seed;
    random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    copies.add(copy());
    copies.add(copy());
    for (long place = 1; place <= StandingWorld.PLACES; place++) {
      world.settings.put(place, Setting.INDOOR);
    }
  }

  void run() throws Exception {
    List<VisitMessage> waiting = messages();
    deliver(waiting, waiting.size() / 3);
    openCases();
    check("opening");
    for (int round = 0; round < ROUNDS; round++) {
      deliver(waiting, 1 + random.nextInt(6));
      String what = operate();
      if (random.nextInt(4) == 0) {
        followAtOnce();
      } else {
        followAndDie();
      }
      settle();
      check("round " + round + ", " + what);
    }
    deliver(waiting, waiting.size());
    settle();
    check("everything delivered");
    assertThat(kills).as("seed %d", seed).isPositive();
    retention();
  }

  private TraceCopy copy() {
    return new TraceCopy(world, units, SETTINGS, now);
  }

  private void openCases() {
    for (long subject = 1; subject <= SUBJECTS; subject++) {
      LocalDate onset = world.today.minusDays(random.nextInt(4));
      Instant isolated =
          subject % 2 == 0 ? null : now.minus(Duration.ofHours(random.nextInt(1, 30)));
      long number = subject;
      var dates = new CaseDates(onset, null, null, isolated);
      var request =
          new TraceRequest(number, number, "COVID-19", TracingFixture.COMMUNE, world.today, dates);
      copies.getFirst().transactions.execute(_ -> copies.getFirst().traces.open(request, now));
    }
  }

  /** Visits with their check-outs and withdrawals, in the order in which they will come. */
  private List<VisitMessage> messages() {
    List<VisitMessage> messages = new ArrayList<>();
    for (long person = 1; person <= StandingWorld.PERSONS; person++) {
      for (int i = 0; i < 6; i++) {
        messages.addAll(visit(person, world.midnight(DAYS - 1), DAYS * 86_400));
      }
    }
    java.util.Collections.shuffle(messages, java.util.Random.from(random));
    return messages;
  }

  private List<VisitMessage> visit(long person, long from, int span) {
    long place = 1L + random.nextInt(StandingWorld.PLACES);
    long entered = from + (long) random.nextInt(span / STEP_SECONDS) * STEP_SECONDS;
    long dwell = STEP_SECONDS * (1L + random.nextInt(40));
    var capture = Capture.now(CaptureWay.KEEPER_SCAN, 1, entered);
    List<VisitMessage> messages = new ArrayList<>();
    messages.add(new NewVisit(person, place, entered, entered + dwell, null, false, capture));
    if (random.nextInt(3) == 0) {
      long left = entered + STEP_SECONDS * (1L + random.nextInt(40));
      messages.add(new NewDeparture(person, place, left, DepartureKind.SCANNED, capture));
    }
    if (random.nextInt(8) == 0) {
      messages.add(new NewWithdrawal(person, place, entered, 7, "sai người"));
    }
    return messages;
  }

  /** Some twice, at once or much later. */
  private void deliver(List<VisitMessage> waiting, int count) {
    List<VisitMessage> group = new ArrayList<>();
    for (int i = 0; i < count && !waiting.isEmpty(); i++) {
      VisitMessage message = waiting.removeLast();
      group.add(message);
      sent.add(message);
      if (random.nextInt(4) == 0) {
        group.add(sent.get(random.nextInt(sent.size())));
      }
    }
    world.visits.append(group);
  }

  private String operate() {
    return switch (random.nextInt(11)) {
      case 0, 1 -> merge();
      case 2 -> unmerge();
      case 3 -> household();
      case 4 -> setting();
      case 5 -> limit();
      case 6, 9, 10 -> decide();
      case 7 -> {
        now = now.plus(Duration.ofMinutes(random.nextInt(90)));
        yield "time passes";
      }
      default -> {
        long subject = 1L + random.nextInt(SUBJECTS);
        TraceCopy copy = copies.getLast();
        copy.transactions.execute(_ -> copy.traces.refresh(subject, now));
        yield "somebody asks";
      }
    };
  }

  private String merge() {
    Map<Long, Long> aliases = StandingWorld.aliases(jdbc);
    long record = StandingWorld.standing(aliases, 1L + random.nextInt(StandingWorld.PERSONS));
    long sameAs = StandingWorld.standing(aliases, 1L + random.nextInt(StandingWorld.PERSONS));
    if (record != sameAs) {
      inTransaction(
          () -> {
            jdbc.sql("insert into people.alias values (:record, :sameAs, now(), 1, 'TEST')")
                .param("record", record)
                .param("sameAs", sameAs)
                .update();
            notes.aliasChanged(record, sameAs);
          });
    }
    return "merge of " + record + " into " + sameAs;
  }

  private String unmerge() {
    List<Map.Entry<Long, Long>> all = List.copyOf(StandingWorld.aliases(jdbc).entrySet());
    if (all.isEmpty()) {
      return merge();
    }
    Map.Entry<Long, Long> one = all.get(random.nextInt(all.size()));
    inTransaction(
        () -> {
          jdbc.sql("delete from people.alias where person = :record")
              .param("record", one.getKey())
              .update();
          notes.aliasChanged(one.getKey(), one.getValue());
        });
    return "parting of " + one.getKey();
  }

  private String household() {
    long home = 1L + random.nextInt(3);
    long person = 1L + random.nextInt(StandingWorld.PERSONS);
    long since = world.midnight(random.nextInt(DAYS));
    inTransaction(
        () -> {
          Set<Long> touched =
              new HashSet<>(
                  jdbc.sql("select person from people.household_member where household = :home")
                      .param("home", home)
                      .query(Long.class)
                      .list());
          touched.add(person);
          jdbc.sql(
                  """
                  insert into people.household (number, kind, created_at)
                  values (:home, 'FAMILY', now()) on conflict do nothing
                  """)
              .param("home", home)
              .update();
          int moved =
              jdbc.sql(
                      """
                      update people.household_member
                      set left_at = entered_at + interval '30 hours'
                      where household = :home and person = :person and left_at is null
                      """)
                  .param("home", home)
                  .param("person", person)
                  .update();
          if (moved == 0) {
            jdbc.sql(
                    """
                    insert into people.household_member values
                      (:home, :person, to_timestamp(:since), null) on conflict do nothing
                    """)
                .param("home", home)
                .param("person", person)
                .param("since", since)
                .update();
          }
          notes.note(FollowerTable.Outside.HOUSEHOLD, touched);
        });
    return "household of " + person;
  }

  private String setting() {
    long place = 1L + random.nextInt(StandingWorld.PLACES);
    Setting[] all = Setting.values();
    inTransaction(
        () -> {
          world.settings.put(place, all[random.nextInt(all.length)]);
          notes.note(FollowerTable.Outside.PLACE, Set.of(place));
        });
    return "setting of place " + place;
  }

  private String limit() {
    List<Visit> stored = world.stored();
    Visit visit = stored.get(random.nextInt(stored.size()));
    long until = visit.enteredAt() + STEP_SECONDS * (1L + random.nextInt(40));
    world.visits.append(
        List.of(new NewLimit(visit.person(), visit.place(), visit.enteredAt(), until)));
    return "hours of place " + visit.place();
  }

  private String decide() {
    TraceCopy copy = copies.getFirst();
    for (int i = 0; i < SUBJECTS; i++) {
      long trace = number(1L + random.nextInt(SUBJECTS));
      List<Crowd> crowds = copy.crowds.ofTrace(trace);
      if (!crowds.isEmpty()) {
        var window = crowds.get(random.nextInt(crowds.size())).window();
        boolean undo = random.nextInt(4) == 0;
        long keep = window.from() + random.nextLong(window.to() - window.from());
        var decision =
            new CrowdDecision(
                window.place(),
                window.from(),
                window.to(),
                random.nextBoolean() ? window.from() : keep,
                window.to() + 1,
                random.nextInt(3) * 5,
                random.nextBoolean());
        copy.transactions.executeWithoutResult(
            _ -> {
              if (undo) {
                copy.crowds.undo(trace, window, 1, now);
              } else {
                copy.crowds.decide(trace, decision, "thử", 1, now);
              }
              copy.keeper.again(trace, Causes.all(Cause.CROWD), TraceKeeper.By.BESIDE, now);
            });
        return "crowd at " + window + ", " + (undo ? "taken back" : decision);
      }
    }
    return "no crowd to decide about";
  }

  /** One copy follows and is killed somewhere, perhaps in a commit; a new one takes over. */
  private void followAndDie() {
    int which = random.nextInt(copies.size());
    TraceCopy copy = copies.get(which);
    copy.data.crashAfter(random.nextInt(60), random.nextBoolean());
    try {
      for (int step = 0; step < 5; step++) {
        copy.follower.step(now);
      }
      copy.data.runOn();
    } catch (Crash _) {
      kills++;
      copy.close();
      copies.set(which, copy());
    }
  }

  /** Both copies follow at once while more arrives. */
  private void followAtOnce() throws Exception {
    List<Future<?>> following = new ArrayList<>();
    for (TraceCopy copy : copies) {
      following.add(
          threads.submit(
              () -> {
                for (int step = 0; step < 6; step++) {
                  copy.follower.step(now);
                }
              }));
    }
    for (int i = 0; i < 3; i++) {
      world.visits.append(
          visit(
              1L + random.nextInt(StandingWorld.PERSONS), world.midnight(DAYS - 1), DAYS * 86_400));
    }
    merge();
    for (Future<?> each : following) {
      each.get();
    }
  }

  private void settle() {
    boolean busy = true;
    while (busy) {
      busy = false;
      for (TraceCopy copy : copies) {
        busy |= copy.follower.step(now);
      }
    }
  }

  /** Days are destroyed; what a trace found in them stays, and later days still change it. */
  private void retention() {
    now = Instant.ofEpochSecond(world.midnight(-24)).plusSeconds(3_600);
    settle();
    check("before the days go");
    now = Instant.ofEpochSecond(world.midnight(FIRST_HELD - 30)).plusSeconds(3_600);
    long midnight = world.midnight(FIRST_HELD);
    gone = world.stored().stream().filter(visit -> visit.enteredAt() < midnight).toList();
    world.visits.forgetBefore(world.today.minusDays(FIRST_HELD));
    assertThat(world.stored()).allMatch(visit -> visit.enteredAt() >= midnight);
    settle();
    check("after the days went");
    onlyCopies = true;
    check("from copies alone");
    for (int round = 0; round < 8; round++) {
      world.visits.append(
          visit(1L + random.nextInt(StandingWorld.PERSONS), midnight, FIRST_HELD * 86_400));
      if (round % 2 == 0) {
        oldVisit(midnight);
      }
      followAndDie();
      settle();
      check("held days, round " + round);
    }
  }

  /** A visit of a destroyed day goes straight to the evidence of the traces that it meets. */
  private void oldVisit(long midnight) {
    long entered = midnight - STEP_SECONDS * (1L + random.nextInt(200));
    var visit =
        new Visit(
            1L + random.nextInt(StandingWorld.PERSONS),
            1L + random.nextInt(StandingWorld.PLACES),
            entered,
            entered + STEP_SECONDS * (1L + random.nextInt(20)),
            false);
    boolean known =
        gone.stream()
            .anyMatch(
                other ->
                    other.person() == visit.person()
                        && other.place() == visit.place()
                        && other.enteredAt() == visit.enteredAt());
    if (!known) {
      copies.getFirst().oldVisits.take(visit);
    }
  }

  /** Of destroyed days a trace knows what it copied in time, and what came later and met it. */
  private List<Visit> copied(long trace) {
    return jdbc.sql(
            """
            select person, place, extract(epoch from entered_at)::bigint,
              extract(epoch from left_at)::bigint, inferred
            from tracing.old_visit where trace = :trace and entered_at < to_timestamp(:midnight)
            """)
        .param("trace", trace)
        .param("midnight", world.midnight(FIRST_HELD))
        .query(
            (row, _) ->
                new Visit(
                    row.getLong(1),
                    row.getLong(2),
                    row.getLong(3),
                    row.getLong(4),
                    row.getBoolean(5)))
        .list();
  }

  private void check(String when) {
    Map<Long, Long> aliases = StandingWorld.aliases(jdbc);
    for (long subject = 1; subject <= SUBJECTS; subject++) {
      TraceCopy copy = copies.getFirst();
      List<Visit> all = new ArrayList<>(world.stored());
      all.addAll(onlyCopies ? copied(number(subject)) : gone);
      var given =
          new TraceWords.Given(
              all,
              world.settings,
              StandingWorld.links(jdbc),
              record -> StandingWorld.standing(aliases, record),
              copy.crowds.rule(number(subject), SETTINGS.crowdVisitors()),
              TracingFixture.ZONE);
      TraceResult fresh = TraceWords.run(jdbc, subject, given);
      String what = "-Dseed=%d, %s, subject %d".formatted(seed, when, subject);
      assertThat(TraceWords.rows(jdbc, subject)).as(what).isEqualTo(TraceWords.words(fresh));
      Set<Crowd> crowds = new HashSet<>(copy.crowds.ofTrace(number(subject)));
      assertThat(crowds).as(what).isEqualTo(TraceWords.crowds(fresh));
      crowds.forEach(crowd -> outcomes.add(crowd.outcome()));
    }
  }

  private long number(long subject) {
    return jdbc.sql("select number from tracing.trace where subject = :subject")
        .param("subject", subject)
        .query((row, _) -> row.getLong(1))
        .single();
  }

  Set<String> causes() {
    return new HashSet<>(
        jdbc.sql("select distinct cause from tracing.change").query(String.class).list());
  }

  /** The changes of other modules are not killed here: their transactions are theirs. */
  private void inTransaction(Runnable work) {
    world.database.transactions().executeWithoutResult(_ -> work.run());
  }

  @Override
  public void close() {
    threads.shutdownNow();
    copies.forEach(TraceCopy::close);
    world.close();
  }
}
