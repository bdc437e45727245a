package vn.lachan.app.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
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
import vn.lachan.app.kernel.Refusal;
import vn.lachan.app.people.MergeReason;
import vn.lachan.app.people.People;
import vn.lachan.app.places.Places;
import vn.lachan.app.tracing.Cause;
import vn.lachan.app.units.Units;
import vn.lachan.app.visits.VisitStore;
import vn.lachan.engine.tracing.ContactClass;

/** From a positive result to people reached, over real visits, people and places. */
@ProgramTest
class CaseworkFlowTests {
  private static final Actor TRACER = Outbreak.actor(9_001, Role.TRACER, null);

  @Autowired private Cases cases;
  @Autowired private Clock clock;
  @Autowired private Units units;
  @Autowired private Places places;
  @Autowired private People people;
  @Autowired private VisitStore visits;
  @Autowired private JdbcClient jdbc;

  private Outbreak outbreak;
  private OpenedCase opened;

  @BeforeEach
  void open() {
    outbreak = new Outbreak(clock, units, places, people, visits);
    opened = cases.open(TRACER, outbreak.newCase(), outbreak.now);
  }

  @Test
  void contactsAreFoundWithTheirReasonsTheRiskiestFirst() {
    List<CaseContact> rows = contacts(CaseContactFilter.all());

    assertThat(rows)
        .extracting(row -> row.contact().person())
        .containsExactly(outbreak.close, outbreak.closeAway, outbreak.casual);
    assertThat(rows.getFirst().contact().contactClass()).isEqualTo(ContactClass.CLOSE);
    assertThat(rows.getFirst().contact().minutes()).isEqualTo(40);
    assertThat(rows.getLast().contact().contactClass()).isEqualTo(ContactClass.CASUAL);
    assertThat(rows).allSatisfy(row -> assertThat(row.places()).hasSize(1));
    CaseView view = cases.get(TRACER, opened.publicId());
    assertThat(view.trace().window().rules().drill()).isTrue();
    assertThat(view.trace().window().days()).isEqualTo(-2);
    assertThat(view.shares().needed()).isEqualTo(3);
    assertThat(view.notes()).isEqualTo(1);
    assertThat(opened.contacts()).isEqualTo(3);
  }

  @Test
  void aLateVisitAndAWithdrawalReachTheListByThemselves() {
    outbreak.visit(outbreak.casual, 12, 5, 50);
    eventually(() -> cases.count(TRACER, opened.publicId(), CaseContactFilter.all()).close() == 3);
    outbreak.withdraw(outbreak.close, 12, 10);
    eventually(() -> contact(outbreak.close).contact().withdrawal() != null);

    CaseContact gone = contact(outbreak.close);
    assertThat(gone.contact().withdrawal())
        .isNotNull()
        .extracting(withdrawal -> withdrawal.cause())
        .isEqualTo(Cause.WITHDRAWAL);
    assertThat(
            cases
                .contact(TRACER, opened.publicId(), outbreak.publicId(outbreak.close))
                .evidence()
                .exposures())
        .as("the evidence it had stays")
        .isNotEmpty();
    assertThat(cases.get(TRACER, opened.publicId()).shares().needed()).isEqualTo(2);
  }

  @Test
  void aMergeMovesTheContactAndItsUndoingBringsItBack() {
    people.merge(
        TRACER, outbreak.closeAway, outbreak.close, MergeReason.STATED_BY_PERSON, outbreak.now);
    eventually(() -> contact(outbreak.close).contact().withdrawal() != null);
    assertThat(contact(outbreak.close).contact().withdrawal())
        .extracting(withdrawal -> withdrawal.cause())
        .isEqualTo(Cause.MERGE);
    people.unmerge(TRACER, outbreak.close, outbreak.now);
    eventually(() -> contact(outbreak.close).contact().withdrawal() == null);
  }

  @Test
  void followUpsAreRowsAndCanBeTakenBack() {
    CaseContact row = contact(outbreak.close);
    long task = Objects.requireNonNull(row.task());
    List<Long> tried = cases.followUp(TRACER, List.of(task), FollowUp.UNREACHABLE, outbreak.now);
    List<Long> reached = cases.followUp(TRACER, List.of(task), FollowUp.REACHED, outbreak.now);

    assertThat(contact(outbreak.close).state()).isEqualTo(FollowUp.REACHED);
    assertThat(contact(outbreak.close).attempts()).isEqualTo(1);
    assertThat(contacts(filter(FollowUp.REACHED))).hasSize(1);
    assertThat(contacts(filter(FollowUp.TO_REACH))).hasSize(2);
    cases.undo(TRACER, reached, outbreak.now);
    assertThat(contact(outbreak.close).state()).isEqualTo(FollowUp.UNREACHABLE);
    cases.undo(TRACER, tried, outbreak.now);
    assertThat(contact(outbreak.close).state()).isEqualTo(FollowUp.TO_REACH);
    assertThat(contact(outbreak.close).attempts()).isZero();
    assertThatThrownBy(() -> cases.undo(TRACER, tried, outbreak.now))
        .isInstanceOf(Refusal.class)
        .hasMessage("casework.refused.undo");
    assertThatThrownBy(
            () -> cases.undo(Outbreak.actor(9_002, Role.TRACER, null), reached, outbreak.now))
        .hasMessage("casework.refused.undo");
    assertThat(cases.contact(TRACER, opened.publicId(), outbreak.publicId(outbreak.close)).done())
        .hasSize(2)
        .allSatisfy(done -> assertThat(done.undone()).isNotNull());
  }

  @Test
  void theContactsCommuneSeesTheTaskAndNotTheCase() {
    Actor away = Outbreak.actor(9_003, Role.COMMUNE, outbreak.away);
    List<TaskRow> tasks =
        cases
            .tasks(
                away,
                new TaskFilter(null, null, false, opened.number(), false, null),
                null,
                50,
                outbreak.now)
            .rows();

    assertThat(tasks).hasSize(1);
    TaskRow task = tasks.getFirst();
    assertThat(task.caseId()).isNull();
    assertThat(task.who().unit()).isEqualTo(outbreak.away);
    assertThat(task.contact()).isNotNull();
    assertThatThrownBy(() -> cases.get(away, opened.publicId()))
        .hasMessage("casework.refused.not-found");
    assertThatThrownBy(
            () -> cases.contacts(away, opened.publicId(), CaseContactFilter.all(), null, 50))
        .hasMessage("casework.refused.not-found");
    assertThat(cases.list(away, CaseFilter.all(), null, 50).rows())
        .noneMatch(row -> row.number() == opened.number());
    assertThat(cases.call(away, task.number()).phones()).hasSize(1);
    assertThat(cases.followUp(away, List.of(task.number()), FollowUp.REACHED, outbreak.now))
        .hasSize(1);
    long other = Objects.requireNonNull(contact(outbreak.close).task());
    assertThatThrownBy(() -> cases.followUp(away, List.of(other), FollowUp.REACHED, outbreak.now))
        .hasMessage("casework.refused.no-task");
    assertThatThrownBy(() -> cases.call(away, other)).hasMessage("casework.refused.no-task");
  }

  @Test
  void aCaseIsSeenByTheReachOverItsUnit() {
    Actor home = Outbreak.actor(9_004, Role.COMMUNE, outbreak.home);
    assertThat(cases.get(home, opened.publicId()).number()).isEqualTo(opened.number());
    assertThatThrownBy(
            () -> cases.export(home, opened.publicId(), everybody(), true, "TRACE", outbreak.now))
        .hasMessage("access.forbidden");
    Actor away = Outbreak.actor(9_005, Role.COMMUNE, outbreak.away);
    var elsewhere =
        new NewCase(
            outbreak.publicId(outbreak.close), null, null, "COVID-19", outbreak.facts(), null);
    assertThatThrownBy(() -> cases.open(away, elsewhere, outbreak.now))
        .hasMessage("casework.refused.unit-out-of-reach");
  }

  @Test
  void openingSomebodyIsAnActWithTheCaseAndThePurpose() {
    cases.contactIdentity(
        TRACER, opened.publicId(), outbreak.publicId(outbreak.close), "TRACE: gọi");
    cases.notes(TRACER, opened.publicId(), "TRACE");
    cases.identity(TRACER, opened.publicId(), "TRACE");
    cases.call(TRACER, Objects.requireNonNull(contact(outbreak.close).task()));

    List<String> acts =
        jdbc.sql(
                """
                select e.kind || coalesce(' ' || e.purpose, '') || coalesce(' ' || p.person, '')
                from audit.entry e left join audit.entry_person p on p.entry = e.number
                where e.case_id = :case and e.actor = :actor
                """)
            .param("case", opened.number())
            .param("actor", TRACER.account())
            .query((row, _) -> row.getString(1))
            .list();
    assertThat(acts)
        .contains(
            "people.open TRACE: gọi " + outbreak.close,
            "people.open TRACE " + outbreak.index,
            "casework.open-notes TRACE",
            "casework.call TRACE: call " + outbreak.close,
            "casework.open " + outbreak.index);
    assertThatThrownBy(
            () ->
                cases.identity(
                    Outbreak.actor(9_006, Role.PROVINCE, null), opened.publicId(), "TRACE"))
        .hasMessage("access.forbidden");
  }

  @Test
  void notesAreSealed() {
    cases.addNote(TRACER, opened.publicId(), "mẹ là Nguyễn Thị Hoa", outbreak.now);
    assertThat(cases.notes(TRACER, opened.publicId(), "TRACE"))
        .extracting(CaseNote::text)
        .containsExactly("mẹ là Nguyễn Thị Hoa", "gặp mẹ ở Quán Gió");
    boolean plain =
        jdbc.sql(
                """
                select exists (select from casework.case_note
                  where position(convert_to('Hoa', 'UTF8') in sealed) > 0)
                """)
            .query((row, _) -> row.getBoolean(1))
            .single();
    assertThat(plain).isFalse();
  }

  @Test
  void closingEndsTheTasksAndTheGrowthAndReopeningCatchesUp() {
    cases.close(TRACER, opened.publicId(), CaseStateReason.DONE, outbreak.now);
    assertThat(
            cases
                .tasks(
                    TRACER,
                    new TaskFilter(null, null, false, opened.number(), false, null),
                    null,
                    50,
                    outbreak.now)
                .rows())
        .isEmpty();
    outbreak.visit(outbreak.casual, 12, 5, 50);
    assertThat(cases.get(TRACER, opened.publicId()).trace().closedAt()).isNotNull();
    cases.reopen(TRACER, opened.publicId(), outbreak.now);
    assertThat(cases.count(TRACER, opened.publicId(), CaseContactFilter.all()).close())
        .isEqualTo(3);
  }

  @Test
  void exportCarriesIdentityOnceRecorded() {
    CaseExport export =
        cases.export(TRACER, opened.publicId(), everybody(), true, "TRACE: gọi", outbreak.now);
    List<String> names = new ArrayList<>();
    export.forEach(row -> names.add(Objects.requireNonNull(row.identity()).name()));
    assertThat(names).containsExactly("Trần Thị Gần", "Lê Văn Xa", "=Phạm Thoáng");
    long acts =
        jdbc.sql(
                """
                select count(*) from audit.entry
                where case_id = :case and kind = 'people.export' and row_count = 3
                """)
            .param("case", opened.number())
            .query((row, _) -> row.getLong(1))
            .single();
    assertThat(acts).isEqualTo(1);
  }

  @Test
  void aPersonHasOneOpenCaseOfADisease() {
    assertThatThrownBy(() -> cases.open(TRACER, outbreak.newCase(), outbreak.now))
        .hasMessage("casework.refused.already-open");
  }

  @Test
  void listsArePagedByKey() {
    List<Long> persons = new ArrayList<>();
    @Nullable String after = null;
    do {
      var page = cases.contacts(TRACER, opened.publicId(), CaseContactFilter.all(), after, 1);
      page.rows().forEach(row -> persons.add(row.contact().person()));
      after = page.next();
    } while (after != null);
    assertThat(persons).containsExactly(outbreak.close, outbreak.closeAway, outbreak.casual);
  }

  private CaseContact contact(long person) {
    return contacts(CaseContactFilter.all()).stream()
        .filter(row -> row.contact().person() == person)
        .findFirst()
        .orElseThrow();
  }

  private List<CaseContact> contacts(CaseContactFilter filter) {
    return cases.contacts(TRACER, opened.publicId(), filter, null, 50).rows();
  }

  private static CaseContactFilter filter(FollowUp state) {
    var all = CaseContactFilter.all();
    return new CaseContactFilter(
        null, null, null, null, null, 0, false, (UUID) null, state, null, all.order());
  }

  /** The follower of the running program works beside the test. */
  private static void eventually(Callable<Boolean> condition) {
    await("the follower").atMost(Duration.ofSeconds(20)).until(condition);
  }

  private static Selection everybody() {
    return new Selection(Set.of(), CaseContactFilter.all());
  }
}
