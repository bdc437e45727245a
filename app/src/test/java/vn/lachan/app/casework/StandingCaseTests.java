package vn.lachan.app.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lachan.app.ProgramTest;
import vn.lachan.app.access.Actor;
import vn.lachan.app.access.Role;
import vn.lachan.app.people.Homes;
import vn.lachan.app.people.HouseholdKind;
import vn.lachan.app.people.MergeReason;
import vn.lachan.app.people.People;
import vn.lachan.app.people.SaidBy;
import vn.lachan.app.places.PlaceCard;
import vn.lachan.app.places.PlaceView;
import vn.lachan.app.places.Places;
import vn.lachan.app.places.Registration;
import vn.lachan.app.program.JobView;
import vn.lachan.app.tracing.ContactFilter;
import vn.lachan.app.tracing.CrowdChoice;
import vn.lachan.app.tracing.Crowds;
import vn.lachan.app.tracing.NewSince;
import vn.lachan.app.tracing.TraceCrowd;
import vn.lachan.app.tracing.TraceNews;
import vn.lachan.app.tracing.Traces;
import vn.lachan.app.units.Units;
import vn.lachan.app.visits.VisitStore;
import vn.lachan.engine.tracing.Crowd;
import vn.lachan.engine.tracing.Setting;

/** What reaches an open case by itself besides visits, and what officers decide about it. */
@ProgramTest
class StandingCaseTests {
  private static final Actor TRACER = Outbreak.actor(9_101, Role.TRACER, null);
  private static final Actor OFFICER = Outbreak.actor(9_103, Role.COMMUNE, null);
  private static final Actor COMMUNE = Outbreak.actor(9_102, Role.COMMUNE, null);

  @Autowired private Cases cases;
  @Autowired private CaseRuns runs;
  @Autowired private Crowds crowds;
  @Autowired private TraceNews news;
  @Autowired private Traces traces;
  @Autowired private Clock clock;
  @Autowired private Units units;
  @Autowired private Places places;
  @Autowired private People people;
  @Autowired private Homes homes;
  @Autowired private VisitStore visits;
  @Autowired private JdbcClient jdbc;

  private Outbreak outbreak;
  private OpenedCase opened;
  private UUID trace;

  @BeforeEach
  void open() {
    outbreak = new Outbreak(clock, units, places, people, visits);
    opened = cases.open(TRACER, outbreak.newCase(), outbreak.now);
    trace = cases.get(TRACER, opened.publicId()).trace().publicId();
  }

  @Test
  void aMergeCarriesWhatWasDoneAndItsUndoingGivesItBack() {
    long task = Objects.requireNonNull(contact(outbreak.close).task());
    cases.followUp(TRACER, List.of(task), FollowUp.REACHED, outbreak.now);

    people.merge(
        TRACER, outbreak.closeAway, outbreak.close, MergeReason.STATED_BY_PERSON, outbreak.now);
    assertThat(contact(outbreak.closeAway).state()).isEqualTo(FollowUp.REACHED);
    eventually(() -> contact(outbreak.close).contact().withdrawal() != null);
    long kept = Objects.requireNonNull(contact(outbreak.closeAway).task());
    cases.followUp(TRACER, List.of(kept), FollowUp.ISOLATED, outbreak.now.plusSeconds(1));
    assertThat(contact(outbreak.closeAway).state()).isEqualTo(FollowUp.ISOLATED);

    people.unmerge(TRACER, outbreak.close, outbreak.now);
    eventually(() -> contact(outbreak.close).contact().withdrawal() == null);
    assertThat(contact(outbreak.close).state()).isEqualTo(FollowUp.REACHED);
    assertThat(contact(outbreak.closeAway).state()).isEqualTo(FollowUp.ISOLATED);
  }

  @Test
  void aRingOfThreeIsRefusedAndTheTraceHoldsOnePerson() {
    merge(outbreak.closeAway, outbreak.close);
    merge(outbreak.casual, outbreak.closeAway);
    assertThatThrownBy(() -> merge(outbreak.close, outbreak.casual))
        .hasMessage("people.refused.same-already");
    eventually(() -> supported() == 1);
    people.unmerge(TRACER, outbreak.closeAway, outbreak.now);
    eventually(() -> supported() == 2);
  }

  @Test
  void peopleWhoMovedInTogetherBecomeContacts() {
    long mother = outbreak.stranger("Lý Thị Mẹ", outbreak.home);
    Instant since = outbreak.now.minus(Duration.ofDays(3));
    UUID home =
        homes.found(
            COMMUNE, outbreak.index, HouseholdKind.FAMILY, since, SaidBy.PERSON, outbreak.now);
    homes.join(COMMUNE, home, mother, since, null, SaidBy.PERSON, outbreak.now);
    eventually(() -> supported() == 4);
    assertThat(causes()).containsExactly("HOUSEHOLD");

    homes.neverLivedThere(COMMUNE, home, mother, SaidBy.PERSON, outbreak.now);
    eventually(() -> supported() == 3);
    assertThat(contact(mother).contact().withdrawal()).isNotNull();
  }

  @Test
  void aCorrectedPlaceChangesClassesAndDepartures() {
    long inside = outbreak.stranger("Võ Văn Ngồi", outbreak.home);
    outbreak.sits(inside, 11, 30);
    eventually(() -> supported() == 4);
    assertThat(contact(inside).contact().minutes()).isEqualTo(60);

    correct("11:00-12:20", Setting.INDOOR);
    eventually(() -> contact(inside).contact().minutes() == 20);
    assertThat(causes()).contains("DEPARTURE");
    correct("11:00-12:20", Setting.OUTDOOR);
    eventually(() -> cases.count(TRACER, opened.publicId(), CaseContactFilter.all()).close() == 0);
    assertThat(causes()).contains("PLACE");
  }

  @Test
  void aCrowdIsHeldBackUntilSomebodyNarrowsItAndTheDecisionStays() {
    jdbc.sql("update tracing.trace set crowd_visitors = 2 where subject = :number")
        .param("number", opened.number())
        .update();
    traces.refresh(opened.number(), outbreak.now);
    assertThat(supported()).isZero();
    TraceCrowd crowd = crowd();
    assertThat(crowd.crowd().outcome()).isEqualTo(Crowd.Outcome.HELD_BACK);
    assertThat(crowd.crowd().visitors()).isEqualTo(3);
    assertThat(crowd.crowd().sharedAtLeast()).containsExactly(3, 3, 2, 2, 0, 0);

    assertThatThrownBy(() -> decide(crowd, 0, false, "không thu hẹp gì"))
        .hasMessage("tracing.refused.crowd-nothing");
    assertThatThrownBy(() -> decide(crowd, 15, false, " ")).hasMessage("tracing.refused.reason");
    decide(crowd, 15, false, "chỉ gọi người ngồi lâu");
    assertThat(supported(1)).isEqualTo(2);
    assertThat(crowd().crowd().outcome()).isEqualTo(Crowd.Outcome.NARROWED);
    outbreak.visit(outbreak.casual, 12, 5, 50);
    eventually(() -> crowd().heldBack());
    decide(crowd(), 15, true, "ba người vẫn gọi được");
    assertThat(supported(1)).isEqualTo(3);
    traces.refresh(opened.number(), outbreak.now);
    assertThat(supported(1)).isEqualTo(3);

    crowds.undo(TRACER, trace, crowd().place().publicId(), crowd().from(), outbreak.now);
    assertThat(crowd().heldBack()).isTrue();
    assertThat(crowd().decision()).isNull();
  }

  @Test
  void whatIsNewIsToldOncePerOfficer() {
    Instant now = outbreak.now;
    assertThat(news.since(TRACER.account(), Set.of(opened.number()))).isEmpty();
    assertThat(news.look(TRACER, trace, now)).isEqualTo(new NewSince(null, 0, 0, 0));
    long late = outbreak.stranger("Đỗ Thị Muộn", outbreak.home);
    outbreak.visit(late, 12, 0, 30);
    outbreak.withdraw(outbreak.casual, 12, 55);
    eventually(() -> since().added() == 1 && since().withdrawn() == 1);

    NewSince seen = news.look(TRACER, trace, now.plus(Duration.ofHours(1)));
    assertThat(seen.looked()).isNotNull();
    assertThat(seen.added()).isEqualTo(1);
    assertThat(news.changed(TRACER, trace, 10))
        .extracting(changed -> changed.kind().name() + " " + changed.cause())
        .containsExactlyInAnyOrder("ADDED LATE_VISIT", "WITHDRAWN WITHDRAWAL");
    assertThat(since().all()).as("the list shows what came after the look").isZero();
    news.seen(TRACER, trace, now.plus(Duration.ofHours(1)));
    assertThat(news.look(TRACER, trace, now.plus(Duration.ofHours(1))).all()).isZero();
    assertThat(news.look(COMMUNE, trace, now).all()).as("another officer has not").isEqualTo(2);
  }

  @Test
  void allCasesOfADayAreTracedInOneRun() {
    var other = new Outbreak(clock, units, places, people, visits);
    OpenedCase second = cases.open(TRACER, other.newCase(), other.now);
    long late = outbreak.stranger("Bùi Văn Sau", outbreak.home);
    storeUnheard(late);
    var choice = new RunChoice(outbreak.today, outbreak.today, outbreak.home);
    assertThat(runs.count(TRACER, choice)).isGreaterThanOrEqualTo(1);
    UUID run = runs.start(TRACER, choice, clock.instant());
    assertThat(runs.start(TRACER, choice, clock.instant())).isEqualTo(run);
    eventually(() -> runs.get(TRACER, run).job().ended());

    CaseRun ended = runs.get(TRACER, run);
    assertThat(ended.job().state()).isEqualTo(JobView.State.DONE);
    assertThat(ended.found().done()).isEqualTo(ended.cases());
    List<RunResult> results = runs.results(TRACER, run, null, 50).rows();
    assertThat(results.getFirst().caseId()).isEqualTo(opened.publicId());
    assertThat(results.getFirst().added()).isEqualTo(1);
    assertThat(results).noneMatch(row -> row.caseId().equals(second.publicId()));
    assertThatThrownBy(() -> runs.get(COMMUNE, run)).hasMessage("casework.refused.no-run");
    assertThatThrownBy(() -> runs.resume(TRACER, run)).hasMessage("casework.refused.run-over");
    jdbc.sql("update casework.run_case set done_at = null, added = null where case_file = :number")
        .param("number", opened.number())
        .update();
    runs.resume(TRACER, run);
    eventually(() -> runs.get(TRACER, run).job().ended());
    assertThat(runs.get(TRACER, run).found().done()).isEqualTo(ended.cases());
    assertThatThrownBy(() -> runs.start(TRACER, years(), outbreak.now))
        .hasMessage("casework.refused.run-days");
  }

  private RunChoice years() {
    return new RunChoice(outbreak.today.minusYears(9), outbreak.today, null);
  }

  /** As if the follower had not come to it yet. */
  private void storeUnheard(long person) {
    jdbc.sql(
            """
            insert into visits.visit (person, place, entered_at, left_at, departs_by, received_at,
              captured_by, clock_correction_seconds, departure, way, flags)
            select :person, place, entered_at, left_at, departs_by, received_at, captured_by,
              clock_correction_seconds, departure, way, flags
            from visits.visit where person = :close
            """)
        .param("person", person)
        .param("close", outbreak.close)
        .update();
  }

  private NewSince since() {
    return news.since(TRACER.account(), Set.of(opened.number()))
        .getOrDefault(opened.number(), new NewSince(null, 0, 0, 0));
  }

  private TraceCrowd crowd() {
    return crowds.list(TRACER, trace).getFirst();
  }

  private void decide(TraceCrowd crowd, int minutes, boolean all, String reason) {
    crowds.decide(
        TRACER,
        trace,
        new CrowdChoice(
            crowd.place().publicId(), crowd.from(), crowd.from(), crowd.to(), minutes, all, reason),
        outbreak.now);
  }

  private void correct(String hours, Setting setting) {
    PlaceCard card = places.find(outbreak.place).orElseThrow();
    PlaceView view = places.get(OFFICER, card.publicId());
    places.correct(
        OFFICER,
        card.publicId(),
        new Registration(
            card.name(),
            card.type(),
            card.address(),
            card.unit(),
            null,
            setting,
            hours,
            null,
            null,
            null,
            null,
            null),
        view.revision(),
        outbreak.now);
  }

  private void merge(long kept, long other) {
    people.merge(TRACER, kept, other, MergeReason.STATED_BY_PERSON, outbreak.now);
  }

  private Set<String> causes() {
    return Set.copyOf(
        jdbc.sql(
                """
                select distinct c.cause from tracing.change c
                join tracing.trace t on t.number = c.trace where t.subject = :number
                """)
            .param("number", opened.number())
            .query(String.class)
            .list());
  }

  private int supported() {
    return cases.count(TRACER, opened.publicId(), supportedOnly(null)).all();
  }

  private int supported(int generation) {
    return cases.count(TRACER, opened.publicId(), supportedOnly(generation)).all();
  }

  private static CaseContactFilter supportedOnly(@Nullable Integer generation) {
    return new CaseContactFilter(
        generation, null, false, null, null, 0, false, null, null, null, ContactFilter.Order.RISK);
  }

  private CaseContact contact(long person) {
    return cases
        .contacts(TRACER, opened.publicId(), CaseContactFilter.all(), null, 100)
        .rows()
        .stream()
        .filter(row -> row.contact().person() == person)
        .findFirst()
        .orElseThrow();
  }

  private static void eventually(Callable<Boolean> condition) {
    await("the follower").atMost(Duration.ofSeconds(30)).until(condition);
  }
}
