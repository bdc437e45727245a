package vn.lachan.app.places;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import vn.lachan.app.access.Actor;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.app.places.NewInspection.Answer;
import vn.lachan.app.places.NewInspection.Finding;
import vn.lachan.app.places.NewInspection.Met;
import vn.lachan.app.places.NewInspection.Outcome;

/** Inspections: from the first visit over a reminder and a second visit to the end. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InspectionTests {
  private static final String NAME = "Nguyễn Thị Kín";

  private final PlacesFixture fixture = new PlacesFixture();
  private final Inspections inspections = fixture.context.getBean(Inspections.class);
  private final ObligedPlaces obliged = fixture.context.getBean(ObligedPlaces.class);
  private int count;
  private UUID place = UUID.randomUUID();
  private Actor officer = PlacesFixture.officer(0);

  @BeforeEach
  void makePlace() {
    officer = PlacesFixture.officer(fixture.communeA);
    place =
        fixture.places.register(
            officer,
            fixture.registration("Quán " + ++count, "eating-place", fixture.communeA),
            now());
  }

  @AfterAll
  void close() {
    fixture.close();
  }

  @Test
  void aReminderRunsUntilASecondVisitFollowsIt() {
    UUID first = record(null, Outcome.REMINDER, today().plusDays(3), true);
    assertThat(state(first)).isEqualTo(InspectionState.WAITING);
    assertThat(inspections.subject(officer, place, null).waiting()).isEqualTo(first);
    assertThat(due(0)).doesNotContain(first);

    fixture.clock.step(Duration.ofDays(4));
    assertThat(due(0)).contains(first);
    assertThat(inspections.due(officer, today()).overdue()).isPositive();
    inspections.extend(officer, first, today(), "bận", now());
    assertThat(inspections.get(officer, first).row().due()).isEqualTo(today());

    UUID second = record(first, Outcome.COMPLIANT, null, false);
    assertThat(state(first)).isEqualTo(InspectionState.FOLLOWED);
    assertThat(inspections.get(officer, first).next()).isEqualTo(second);
    assertThat(inspections.get(officer, second).previous()).isEqualTo(first);
    assertThat(due(0)).doesNotContain(first);
    refused(
        "places.refused.inspection-changed", () -> record(first, Outcome.COMPLIANT, null, false));

    inspections.withdraw(officer, second, "ghi nhầm nơi", now());
    assertThat(state(second)).isEqualTo(InspectionState.WITHDRAWN);
    assertThat(state(first)).isEqualTo(InspectionState.WAITING);
    UUID third = record(first, Outcome.REFERRAL, null, true);
    inspections.close(officer, third, "đã xử phạt, nộp phạt xong", now());
    inspections.reopen(officer, third, today(), "chưa khắc phục", now());
    assertThat(inspections.get(officer, third).steps())
        .extracting(InspectionView.Step::what)
        .containsExactly("recorded", "closed", "reopened");
    assertThat(inspections.get(officer, third).steps())
        .allSatisfy(step -> assertThat(step.by()).isEqualTo(officer.account()));
  }

  @Test
  void whatIsMissedDoesNotPassAndWhatIsAskedIsAnswered() {
    refused("places.refused.inspection-missed", () -> record(null, Outcome.COMPLIANT, null, true));
    refused("places.refused.inspection-due", () -> record(null, Outcome.REMINDER, null, true));
    refused(
        "places.refused.inspection-due",
        () -> record(null, Outcome.REMINDER, today().minusDays(1), true));
    refused(
        "places.refused.inspection-unanswered",
        () -> inspections.record(officer, given(null, Outcome.COMPLIANT, null, List.of()), now()));
    Finding twice = new Finding("registered", Answer.MET, null);
    refused(
        "places.refused.inspection-item",
        () ->
            inspections.record(
                officer, given(null, Outcome.COMPLIANT, null, List.of(twice, twice)), now()));
  }

  @Test
  void theNameOfWhoWasMetIsSealedAndItsOpeningRecorded() {
    UUID id = record(null, Outcome.COMPLIANT, null, false);
    assertThat(inspections.openMet(officer, id, "in biên bản")).contains(NAME);
    int openings =
        fixture
            .database
            .jdbc()
            .sql("select count(*) from audit.entry where kind = 'places.open-met' and query = :id")
            .param("id", id.toString())
            .query(Integer.class)
            .single();
    assertThat(openings).isEqualTo(1);
    String stored =
        fixture
            .database
            .jdbc()
            .sql("select i::text from places.inspection i where public_id = :id")
            .param("id", id)
            .query(String.class)
            .single();
    assertThat(stored).doesNotContain("Kín");
  }

  @Test
  void aPlaceWithoutACodeIsInspectedTooAndOthersSeeNothing() {
    UUID entry =
        obliged.enter(
            officer,
            new NewObliged(
                "Quán chưa khai", "Thôn 9", "eating-place", fixture.communeA, "Đi thực tế"),
            now());
    var without =
        new NewInspection(
            null,
            entry,
            null,
            now(),
            Met.NOBODY,
            null,
            findings(true),
            null,
            Outcome.REMINDER,
            today().plusDays(7),
            "Đăng ký mã điểm",
            null);
    UUID id = inspections.record(officer, without, now());
    assertThat(inspections.get(officer, id).row().obliged()).isEqualTo(entry);

    Actor other = PlacesFixture.officer(fixture.communeB);
    Actor department = PlacesFixture.sector("commune-committee", fixture.province);
    Actor otherDepartment = PlacesFixture.sector("education", fixture.province);
    assertThat(inspections.get(department, id).row().name()).isEqualTo("Quán chưa khai");
    refused("places.refused.inspection-not-found", () -> inspections.get(other, id));
    refused("places.refused.inspection-not-found", () -> inspections.get(otherDepartment, id));
    refused("places.refused.not-found", () -> inspections.subject(other, place, null));
    refused(
        "places.refused.inspection-not-found", () -> inspections.close(other, id, "thử", now()));
    Actor owner = PlacesFixture.owner(77, 1);
    refused("access.forbidden", () -> inspections.list(owner, all(null), null, 10));
  }

  @Test
  void aListIsPagedByItsKey() {
    for (int i = 0; i < 7; i++) {
      record(null, Outcome.REMINDER, today().plusDays(i % 3), true);
    }
    List<InspectionRow> whole =
        inspections.list(officer, all(InspectionState.WAITING), null, 500).rows();
    assertThat(whole).isSortedAccordingTo((one, other) -> key(one).compareTo(key(other)));
    var paged = new ArrayList<InspectionRow>();
    String after = null;
    do {
      var page = inspections.list(officer, all(InspectionState.WAITING), after, 3);
      paged.addAll(page.rows());
      after = page.next();
    } while (after != null);
    assertThat(paged).isEqualTo(whole);
  }

  private static String key(InspectionRow row) {
    return "%s %012d".formatted(row.due(), row.number());
  }

  private List<UUID> due(int days) {
    var filter = new InspectionFilter(null, today().plusDays(days), null, null, null);
    return inspections.list(officer, filter, null, 500).rows().stream()
        .map(InspectionRow::publicId)
        .toList();
  }

  private static InspectionFilter all(@Nullable InspectionState state) {
    return new InspectionFilter(state, null, null, null, null);
  }

  private InspectionState state(UUID id) {
    return inspections.get(officer, id).row().state();
  }

  private UUID record(
      @Nullable UUID previous, Outcome outcome, @Nullable LocalDate due, boolean missed) {
    return inspections.record(officer, given(previous, outcome, due, findings(missed)), now());
  }

  private NewInspection given(
      @Nullable UUID previous, Outcome outcome, @Nullable LocalDate due, List<Finding> findings) {
    return new NewInspection(
        place,
        null,
        previous,
        now(),
        Met.OWNER,
        NAME,
        findings,
        "đông khách",
        outcome,
        due,
        "Treo mã ở lối vào",
        "Thanh tra Sở Y tế");
  }

  private static List<Finding> findings(boolean missed) {
    return List.of(
        new Finding("registered", Answer.MET, null),
        new Finding("displayed", missed ? Answer.MISSED : Answer.MET, missed ? "không thấy" : null),
        new Finding("controlled", Answer.MET, null));
  }

  private static void refused(String code, ThrowingCallable act) {
    Refusal refusal = catchThrowableOfType(Refusal.class, act);
    assertThat(refusal).isNotNull();
    assertThat(refusal.code()).isEqualTo(code);
  }

  private LocalDate today() {
    return now().atZone(FakeVisitCounts.ZONE).toLocalDate();
  }

  private Instant now() {
    return fixture.clock.instant();
  }
}
