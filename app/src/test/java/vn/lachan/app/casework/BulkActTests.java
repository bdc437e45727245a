package vn.lachan.app.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lachan.app.ProgramTest;
import vn.lachan.app.access.Accounts;
import vn.lachan.app.access.Actor;
import vn.lachan.app.access.Grant;
import vn.lachan.app.access.Role;
import vn.lachan.app.access.Scope;
import vn.lachan.app.casework.BulkAnswer.Skipped;
import vn.lachan.app.people.People;
import vn.lachan.app.places.Places;
import vn.lachan.app.units.Units;
import vn.lachan.app.visits.VisitStore;

/** Acts on many contacts: in scope, said, recorded, and taken back without hurting others. */
@ProgramTest
class BulkActTests {
  private static final Actor TRACER = Outbreak.actor(9_301, Role.TRACER, null);
  private static final Actor SECOND = Outbreak.actor(9_302, Role.TRACER, null);

  @Autowired private Cases cases;
  @Autowired private ContactActs acts;
  @Autowired private Accounts accounts;
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
  void whatCannotBeDoneIsSaidAndTheRestIsDoneInOneAct() {
    Selection all = chosen(outbreak.close, outbreak.closeAway, outbreak.index);
    BulkAnswer answer =
        acts.followUp(
            TRACER,
            opened.publicId(),
            all,
            FollowUp.UNREACHABLE,
            FollowUpReason.NO_ANSWER,
            outbreak.now);
    assertThat(answer.done()).isEqualTo(2);
    assertThat(answer.skipped()).isEqualTo(Map.of(Skipped.NO_CONTACT, 1));
    assertThat(states()).containsOnly(FollowUp.UNREACHABLE, FollowUp.TO_REACH);
    assertThat(audited("casework.bulk-follow-up")).isEqualTo(1);

    acts.undo(TRACER, Objects.requireNonNull(answer.id()), outbreak.now);
    assertThat(states()).containsOnly(FollowUp.TO_REACH);
    assertThatThrownBy(() -> acts.undo(TRACER, Objects.requireNonNull(answer.id()), outbreak.now))
        .hasMessage("casework.refused.undo");
  }

  @Test
  void anOfficerOfAnotherCommuneTouchesOnlyTheirOwn() {
    Actor away = Outbreak.actor(9_303, Role.COMMUNE, outbreak.away);
    assertThatThrownBy(
            () ->
                acts.followUp(
                    away,
                    opened.publicId(),
                    chosen(outbreak.close),
                    FollowUp.REACHED,
                    null,
                    outbreak.now))
        .hasMessage("casework.refused.not-found");
    Actor home = Outbreak.actor(9_304, Role.COMMUNE, outbreak.home);
    assertThatThrownBy(
            () ->
                acts.assign(
                    home,
                    opened.publicId(),
                    chosen(outbreak.close),
                    outbreak.away,
                    null,
                    outbreak.now))
        .hasMessage("casework.refused.unit-out-of-reach");
  }

  @Test
  void assignmentMovesTheTaskAndUndoingLeavesWhatOthersChangedSince() {
    long officer = officer();
    Selection both = chosen(outbreak.close, outbreak.closeAway);
    BulkAnswer given =
        acts.assign(TRACER, opened.publicId(), both, outbreak.away, officer, outbreak.now);
    assertThat(given.done()).isEqualTo(2);
    assertThat(inCharge(outbreak.close)).isEqualTo(outbreak.away);
    assertThat(
            acts.assign(TRACER, opened.publicId(), both, outbreak.away, officer, outbreak.now)
                .skipped())
        .isEqualTo(Map.of(Skipped.UNCHANGED, 2));

    acts.assign(
        SECOND, opened.publicId(), chosen(outbreak.close), outbreak.home, null, outbreak.now);
    BulkAnswer back = acts.undo(TRACER, Objects.requireNonNull(given.id()), outbreak.now);
    assertThat(back.done()).isEqualTo(1);
    assertThat(back.skipped()).isEqualTo(Map.of(Skipped.CHANGED_SINCE, 1));
    assertThat(inCharge(outbreak.close)).isEqualTo(outbreak.home);
    assertThatThrownBy(
            () ->
                acts.assign(TRACER, opened.publicId(), both, outbreak.home, officer, outbreak.now))
        .hasMessage("casework.refused.officer");
  }

  @Test
  void aChoiceIsBoundedAndNeverEmpty() {
    assertThatThrownBy(() -> acts.preview(TRACER, opened.publicId(), Selection.of(Set.of())))
        .hasMessage("casework.refused.nobody-chosen");
    Set<UUID> many =
        Stream.generate(UUID::randomUUID)
            .limit(CaseworkSettings.defaults().bulkRows() + 1L)
            .collect(Collectors.toSet());
    assertThatThrownBy(() -> acts.preview(TRACER, opened.publicId(), Selection.of(many)))
        .hasMessage("casework.refused.too-many-chosen");
  }

  @Test
  void sheetsHoldOneDoorAHouseholdAndAreRecordedWithTheirPurpose() {
    DoorSheets sheets =
        acts.sheets(
            TRACER,
            opened.publicId(),
            chosen(outbreak.close, outbreak.casual),
            "FOLLOW_UP",
            outbreak.now);
    assertThat(sheets.doors()).hasSize(2);
    assertThat(sheets.missing()).isZero();
    assertThat(sheets.doors().getFirst().people().getFirst().identity().name()).isNotEmpty();
    assertThat(audited("casework.sheets")).isEqualTo(1);
    assertThatThrownBy(
            () ->
                acts.sheets(
                    Outbreak.actor(9_305, Role.PROVINCE, null),
                    opened.publicId(),
                    chosen(outbreak.close),
                    "FOLLOW_UP",
                    outbreak.now))
        .hasMessage("access.forbidden");
  }

  @Test
  void aMaskedListNeedsNoRightToOpenAndHoldsNoIdentity() {
    Actor province = Outbreak.actor(9_306, Role.PROVINCE, null);
    CaseExport masked =
        cases.export(
            province, opened.publicId(), chosen(outbreak.close), false, "TRACE", outbreak.now);
    assertThat(masked.rows()).isEqualTo(1);
    masked.forEach(row -> assertThat(row.identity()).isNull());
    assertThat(audited("casework.export-masked")).isEqualTo(1);
  }

  private long officer() {
    long account =
        accounts.create("giao." + outbreak.close, "Cán bộ", "mat-khau-dai", false, outbreak.now);
    accounts.grant(
        account, new Grant(Role.COMMUNE, new Scope.OfUnit(outbreak.away)), 0, outbreak.now);
    return account;
  }

  private Selection chosen(long... persons) {
    return Selection.of(
        Arrays.stream(persons).mapToObj(outbreak::publicId).collect(Collectors.toSet()));
  }

  private List<FollowUp> states() {
    return cases
        .contacts(TRACER, opened.publicId(), CaseContactFilter.all(), null, 50)
        .rows()
        .stream()
        .map(CaseContact::state)
        .toList();
  }

  private Integer inCharge(long person) {
    return Objects.requireNonNull(
        cases.contact(TRACER, opened.publicId(), outbreak.publicId(person)).row().inCharge());
  }

  private long audited(String kind) {
    return jdbc.sql("select count(*) from audit.entry where case_id = :case and kind = :kind")
        .param("case", opened.number())
        .param("kind", kind)
        .query((row, _) -> row.getLong(1))
        .single();
  }
}
