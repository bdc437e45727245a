package vn.lachan.app.places;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import vn.lachan.app.access.Actor;
import vn.lachan.app.access.Role;
import vn.lachan.app.access.Scope;
import vn.lachan.app.places.CoverageQuestion.By;
import vn.lachan.app.program.JobState;
import vn.lachan.app.program.JobStep;
import vn.lachan.app.units.Hierarchy;
import vn.lachan.app.units.Unit;
import vn.lachan.app.units.Units;

/**
 * Coverage of a seeded province against a count by hand: every place, entry and visit looked at one
 * by one, along both hierarchies, with visits that come late and are withdrawn.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CoverageTests {
  private static final long SEED = 20_260_306;
  private static final int PLACES = 150;
  private static final int VISITS = 1_200;
  private static final List<String> TYPES = List.of("eating-place", "market", "school", "hospital");

  private final PlacesFixture fixture = new PlacesFixture();
  private final FakeVisitCounts visits = fixture.context.getBean(FakeVisitCounts.class);
  private final Coverage coverage = fixture.context.getBean(Coverage.class);
  private final ObligedPlaces obliged = fixture.context.getBean(ObligedPlaces.class);
  private final Units units = fixture.context.getBean(Units.class);
  private final Random random = new Random(SEED);
  private final List<PlaceCard> cards = new ArrayList<>();
  private final Map<Long, Instant> opened = new HashMap<>();
  private final Map<Long, Integer> expected = new HashMap<>();
  private final List<UUID> listed = new ArrayList<>();
  private List<Integer> communes = List.of();

  /** Places of both eras: a whole district of 2021, and communes of today within and beside it. */
  @BeforeAll
  void makeWorld() {
    var before = LocalDate.of(2021, 7, 1);
    int district = units.byCode("397", before).orElseThrow().id();
    List<Integer> entered = new ArrayList<>();
    units.children(district).stream().limit(8).map(Unit::id).forEach(entered::add);
    units.children(fixture.province).stream()
        .filter(unit -> unit.code().startsWith("156") || unit.code().startsWith("157"))
        .limit(8)
        .map(Unit::id)
        .forEach(entered::add);
    entered.add(fixture.elsewhere);
    communes = List.copyOf(entered);
    fixture.clock.step(Duration.ofDays(-25));
    for (int i = 0; i < PLACES; i++) {
      if (i % 6 == 5) {
        fixture.clock.step(Duration.ofDays(1));
      }
      register(i);
    }
    for (int i = 0; i < 30; i++) {
      listed.add(obliged.enter(Actor.program(), entry("Nơi chưa khai " + i), now()));
    }
    PlaceCard known = cards.get(3);
    obliged.enter(
        Actor.program(),
        new NewObliged(known.name(), known.address(), known.type(), known.unit(), "Danh sách"),
        now());
    for (int i = 0; i < VISITS; i++) {
      visit();
    }
    keepUp();
  }

  @AfterAll
  void close() {
    fixture.close();
  }

  @Test
  void figuresEqualTheCountByHand() {
    checkEverything("at first");
    for (int i = 0; i < 120; i++) {
      visit();
    }
    visits.held.stream()
        .sorted((one, other) -> one.toString().compareTo(other.toString()))
        .filter(entry -> random.nextInt(10) == 0)
        .toList()
        .forEach(visits::withdraw);
    for (int i = 0; i < 10; i++) {
      PlaceCard card = cards.get(random.nextInt(cards.size()));
      if (fixture.places.byPublicId(card.publicId()).orElseThrow().status() == Status.OPEN) {
        fixture.places.close(Actor.program(), card.publicId(), "nghỉ bán", now());
      }
    }
    obliged.drop(Actor.program(), listed.get(4), "đã giải thể", now());
    keepUp();
    checkEverything("after late, withdrawn, closed and struck off");

    fixture.database.jdbc().sql("update places.activity set visits = visits + 3").update();
    fixture.database.jdbc().sql("delete from places.coverage_cell").update();
    recount();
    fixture
        .database
        .jdbc()
        .sql(
            """
            insert into places.coverage_change (unit_id, day)
            select distinct unit_id, :today::date - 20 from places.place
            """)
        .param("today", today().toString())
        .update();
    keepUp();
    checkEverything("after everything was made anew");
  }

  @Test
  void nobodySeesMoreThanTheirOwn() {
    int commune = communes.get(2);
    Actor officer = PlacesFixture.officer(commune);
    CoverageQuestion question = question(Hierarchy.WITHOUT_DISTRICTS, null, By.TYPE, 7);
    assertThat(coverage.report(officer, question, now()).total().must())
        .isEqualTo(byHand(7, card -> card.unit() == commune, unit -> unit == commune).must());
    assertThat(
            coverage.places(officer, question, CoverageFigure.MUST, null, 500).rows().stream()
                .map(row -> row.place().unit())
                .distinct())
        .containsOnly(commune);

    Actor department = PlacesFixture.sector("education", fixture.province);
    CoverageReport schools = coverage.report(department, question, now());
    assertThat(schools.rows()).extracting(CoverageReport.Row::key).containsOnly("school");
    Actor elsewhere = PlacesFixture.staff(13, Role.PROVINCE, new Scope.OfUnit(fixture.elsewhere));
    assertThat(coverage.report(elsewhere, question, now()).total().must())
        .isEqualTo(
            byHand(7, card -> card.unit() == fixture.elsewhere, unit -> unit == fixture.elsewhere)
                .must());
  }

  @Test
  void eachFigureLeadsToItsList() {
    CoverageQuestion question = question(Hierarchy.WITH_DISTRICTS, null, By.UNIT, 7);
    for (CoverageReport.Row row : coverage.report(Actor.program(), question, now()).rows()) {
      CoverageQuestion below = question.withUnit(Integer.parseInt(row.key()));
      Map<CoverageFigure, Integer> wanted =
          Map.of(
              CoverageFigure.MUST, row.figures().registered() + row.figures().waiting(),
              CoverageFigure.REGISTERED, row.figures().registered(),
              CoverageFigure.WAITING, row.figures().waiting(),
              CoverageFigure.ACTIVE, row.figures().active(),
              CoverageFigure.IDLE, row.figures().idle(),
              CoverageFigure.DEAD, row.figures().dead(),
              CoverageFigure.NEVER, row.figures().never(),
              CoverageFigure.SILENT, row.figures().silent(),
              CoverageFigure.EXPECTING, row.figures().expecting());
      wanted.forEach(
          (figure, count) ->
              assertThat(coverage.places(Actor.program(), below, figure, null, 500).rows())
                  .as("%s of %s", figure, row)
                  .hasSize(count));
    }
  }

  private void checkEverything(String when) {
    for (int days : CoverageQuestion.PERIODS) {
      for (Hierarchy hierarchy : Hierarchy.values()) {
        checkUnits(when, hierarchy, null, days);
      }
      CoverageFigures all = byHand(days, card -> true, unit -> true);
      for (By by : By.values()) {
        CoverageQuestion question = question(Hierarchy.WITHOUT_DISTRICTS, null, by, days);
        assertThat(coverage.report(Actor.program(), question, now()).total())
            .as("%s, by %s, %d days", when, by, days)
            .isEqualTo(all);
      }
      for (String type : TYPES) {
        var question =
            new CoverageQuestion(
                Hierarchy.WITH_DISTRICTS, null, null, type, By.TYPE, today(), days);
        CoverageFigures figures = coverage.report(Actor.program(), question, now()).total();
        assertThat(figures.registered())
            .isEqualTo(byHand(days, card -> card.type().equals(type), unit -> false).registered());
      }
    }
  }

  /** Each row is what lies below it, down to the communes, and rows add up to their total. */
  private void checkUnits(String when, Hierarchy hierarchy, @Nullable Integer root, int days) {
    CoverageQuestion question = question(hierarchy, root, By.UNIT, days);
    CoverageReport report = coverage.report(Actor.program(), question, now());
    CoverageFigures sum = CoverageFigures.NONE;
    for (CoverageReport.Row row : report.rows()) {
      int unit = Integer.parseInt(row.key());
      assertThat(row.figures())
          .as("%s: %s under %s, %d days, seed %d", when, units.path(unit), root, days, SEED)
          .isEqualTo(
              byHand(
                  days,
                  card -> isIn(hierarchy, unit, card.unit()),
                  entered -> isIn(hierarchy, unit, entered)));
      sum = sum.plus(row.figures());
      if (row.leads() && !Integer.valueOf(unit).equals(root)) {
        checkUnits(when, hierarchy, unit, days);
      }
    }
    assertThat(report.total()).isEqualTo(sum);
  }

  /**
   * By hand: a unit of 2021 holds a commune of today if everything that it was made from lies in
   * it.
   */
  private boolean isIn(Hierarchy hierarchy, int unit, int entered) {
    if (unit == entered) {
      return true;
    }
    if (units.find(unit).orElseThrow().hierarchy() != hierarchy) {
      return false; // A commune of the other hierarchy that stands apart holds itself alone.
    }
    if (units.contains(unit, entered)) {
      return true;
    }
    boolean newer = units.find(entered).orElseThrow().hierarchy() == Hierarchy.WITHOUT_DISTRICTS;
    return hierarchy == Hierarchy.WITH_DISTRICTS
        && newer
        && !units.predecessors(entered).isEmpty()
        && units.predecessors(entered).stream()
            .allMatch(step -> units.contains(unit, step.oldId()));
  }

  private CoverageFigures byHand(int days, Predicate<PlaceCard> among, IntPredicate listedIn) {
    CoverageFigures sum = CoverageFigures.NONE;
    for (PlaceCard known : cards) {
      PlaceCard card = fixture.places.byPublicId(known.publicId()).orElseThrow();
      if (among.test(card) && card.status() != Status.CLOSED) {
        sum = sum.plus(byHand(days, card));
      }
    }
    long waiting =
        listed.stream()
            .map(id -> obliged.get(Actor.program(), id).row())
            .filter(row -> row.state() == ObligedState.LISTED && listedIn.test(row.unit()))
            .count();
    return sum.plus(new CoverageFigures(0, 0, (int) waiting, 0, 0, 0, 0, 0, 0, 0, 0));
  }

  private CoverageFigures byHand(int days, PlaceCard card) {
    if (card.status() == Status.SUBMITTED) {
      return new CoverageFigures(0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    }
    LocalDate first = today().minusDays(days - 1L);
    Map<LocalDate, List<FakeVisitCounts.Entry>> here =
        visits.held.stream()
            .filter(entry -> entry.place() == card.number())
            .collect(
                Collectors.groupingBy(
                    FakeVisitCounts.Entry::day, TreeMap::new, Collectors.toList()));
    int entries = 0;
    int visitors = 0;
    for (var day : here.entrySet()) {
      if (!day.getKey().isBefore(first)) {
        entries += day.getValue().size();
        visitors +=
            (int) day.getValue().stream().map(FakeVisitCounts.Entry::person).distinct().count();
      }
    }
    LocalDate deadDay = today().minusDays(14);
    LocalDate since =
        Objects.requireNonNull(opened.get(card.number()))
            .atZone(FakeVisitCounts.ZONE)
            .toLocalDate();
    boolean oldEnough = !since.isAfter(deadDay);
    boolean lately = here.keySet().stream().anyMatch(day -> day.isAfter(deadDay));
    Integer expects = expected.get(card.number());
    long due = 0;
    LocalDate from = since.isAfter(first) ? since : first;
    for (LocalDate day = from; expects != null && !day.isAfter(today()); day = day.plusDays(1)) {
      // The market is open every day, the school from Monday to Saturday.
      due += card.type().equals("school") && day.getDayOfWeek().getValue() == 7 ? 0 : expects;
    }
    return new CoverageFigures(
        1,
        0,
        0,
        entries > 0 ? 1 : 0,
        oldEnough && here.isEmpty() ? 1 : 0,
        oldEnough && !here.isEmpty() && !lately ? 1 : 0,
        entries,
        visitors,
        expects == null ? 0 : 1,
        due,
        expects == null ? 0 : visitors);
  }

  private void register(int i) {
    String type = TYPES.get(i % TYPES.size());
    int commune = communes.get(random.nextInt(communes.size()));
    Actor who = i % 9 == 0 ? PlacesFixture.owner(900 + i, 0) : Actor.program();
    UUID id =
        fixture.places.register(who, fixture.registration("Nơi số " + i, type, commune), now());
    PlaceCard card = fixture.places.byPublicId(id).orElseThrow();
    cards.add(card);
    opened.put(card.number(), now());
    boolean regular = type.equals("market") || type.equals("school");
    if (regular && card.status() == Status.OPEN && i % 3 == 0) {
      coverage.expect(Actor.program(), id, 10 + i, now());
      expected.put(card.number(), 10 + i);
    }
  }

  private NewObliged entry(String name) {
    int commune = communes.get(random.nextInt(communes.size()));
    return new NewObliged(name, "Thôn 2", TYPES.get(random.nextInt(4)), commune, "Danh sách thuế");
  }

  /** Somebody came in the last twenty days; some places are never visited, some not any more. */
  private void visit() {
    PlaceCard card = cards.get(random.nextInt(cards.size()));
    if (card.number() % 5 == 0) {
      return;
    }
    int latest = card.number() % 5 == 1 ? 14 : 0;
    long back =
        Duration.ofDays(latest).toSeconds() + random.nextInt((int) Duration.ofDays(20).toSeconds());
    Instant at = now().minusSeconds(back);
    visits.enter(1 + random.nextInt(40), card.number(), at);
    if (random.nextInt(4) == 0) {
      visits.enter(1 + random.nextInt(40), card.number(), at.minusSeconds(60));
    }
  }

  private void keepUp() {
    ActivityFollower follower = fixture.context.getBean(ActivityFollower.class);
    CoverageKeeper keeper = fixture.context.getBean(CoverageKeeper.class);
    boolean more = true;
    while (more) {
      more = follower.step(now());
    }
    more = true;
    while (more) {
      more = keeper.step(now());
    }
  }

  private void recount() {
    Recount recount = fixture.context.getBean(Recount.class);
    JobStep step = new JobStep("", 0, 0, false);
    while (!step.finished()) {
      step = recount.step(new JobState(UUID.randomUUID(), "", step.position(), 0, 0, 0));
    }
  }

  private CoverageQuestion question(Hierarchy hierarchy, @Nullable Integer unit, By by, int days) {
    return new CoverageQuestion(hierarchy, unit, null, null, by, today(), days);
  }

  private LocalDate today() {
    return now().atZone(FakeVisitCounts.ZONE).toLocalDate();
  }

  private Instant now() {
    return fixture.clock.instant();
  }
}
