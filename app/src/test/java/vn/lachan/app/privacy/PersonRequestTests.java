package vn.lachan.app.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.lachan.app.ProgramTest;
import vn.lachan.app.TestWorld;
import vn.lachan.app.access.Accounts;
import vn.lachan.app.access.Actor;
import vn.lachan.app.access.Role;
import vn.lachan.app.access.Scope;
import vn.lachan.app.casework.CaseStateReason;
import vn.lachan.app.casework.Cases;
import vn.lachan.app.casework.OpenedCase;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.app.people.People;
import vn.lachan.app.people.Purpose;
import vn.lachan.app.places.PlaceCard;
import vn.lachan.app.places.Places;
import vn.lachan.app.units.Units;
import vn.lachan.app.visits.VisitStore;

/** What a person asks about their data, and what they get. */
@ProgramTest
class PersonRequestTests {
  @Autowired private Clock clock;
  @Autowired private Accounts accounts;
  @Autowired private Units units;
  @Autowired private Places places;
  @Autowired private People people;
  @Autowired private VisitStore visits;
  @Autowired private Cases cases;
  @Autowired private PersonRequests requests;
  @Autowired private RequestSteps steps;
  @Autowired private AccessFiles files;
  @Autowired private WorkingDays days;

  private TestWorld world;
  private Instant now;
  private PlaceCard place;
  private OpenedCase file;
  private long contact;
  private Actor officer;

  @BeforeEach
  void makeCase() {
    world = new TestWorld(clock, accounts, units, places, people, visits);
    now = world.now();
    place = world.place();
    long index = world.person("Nguyễn Văn Nguồn", TestWorld.phone());
    contact = world.person("Trần Thị Hỏi", TestWorld.phone());
    world.visit(index, place, 0, 60);
    world.visit(contact, place, 10, 40);
    file = caseOf(index);
    officer = world.actor(Role.PRIVACY, new Scope.Everywhere());
  }

  @Test
  void theAnswerHoldsWhatIsOnesOwnAndWithholdsWhatIsOthers() {
    Actor tracer = world.actor(Role.TRACER, new Scope.OfUnit(world.province().id()));
    people.open(tracer, contact, Purpose.TRACE.because("gọi cho chị hàng xóm"), file.number());
    AccessFile answer = files.make(officer, granted(RequestKind.ACCESS, false), now);

    assertThat(answer.identity().name()).isEqualTo("Trần Thị Hỏi");
    assertThat(answer.visits())
        .singleElement()
        .satisfies(
            visit ->
                assertThat(visit.place())
                    .isEqualTo(places.byPublicId(place.publicId()).orElseThrow()));
    AccessFile.InCase inCase = answer.cases().getFirst();
    assertThat(answer.cases()).hasSize(1);
    assertThat(inCase.number()).isNull();
    assertThat(inCase.facts()).isNull();
    assertThat(inCase.lastDay()).isEqualTo(world.yesterday());
    assertThat(answer.withheld())
        .contains(
            AccessFile.Withheld.SOURCE,
            AccessFile.Withheld.EXPOSURE,
            AccessFile.Withheld.NOTES,
            AccessFile.Withheld.OFFICERS,
            AccessFile.Withheld.PURPOSE_NOTES);
    assertThat(answer.readings())
        .filteredOn(reading -> reading.role() == Role.TRACER)
        .singleElement()
        .satisfies(
            reading -> {
              assertThat(reading.purpose()).isEqualTo("TRACE");
              assertThat(reading.unit()).isEqualTo(world.province().id());
              assertThat(reading.officer()).isNull();
            });
  }

  @Test
  void aRequestInWritingIsToldTheNamesOfOfficers() {
    Actor tracer = world.actor(Role.TRACER, new Scope.Everywhere());
    people.open(tracer, contact, "TRACE", null);
    AccessFile answer = files.make(officer, granted(RequestKind.ACCESS, true), now);
    assertThat(answer.withheld()).doesNotContain(AccessFile.Withheld.OFFICERS);
    assertThat(answer.readings())
        .filteredOn(reading -> reading.role() == Role.TRACER)
        .allSatisfy(reading -> assertThat(reading.officer()).isEqualTo("Lê Thị Chuyện"));
  }

  @Test
  void onlyAnAccessRequestThatWasGrantedHasAnAnswer() {
    UUID waiting = entered(RequestKind.ACCESS, now, false);
    refused("privacy.refused.no-access-file", () -> files.make(officer, waiting, now));
    refused(
        "privacy.refused.not-identified",
        () -> steps.decide(officer, waiting, Outcome.GRANTED, null, null, now));
    refused(
        "privacy.refused.refusal-reason",
        () -> steps.decide(officer, waiting, Outcome.REFUSED, null, null, now));
    steps.decide(officer, waiting, Outcome.REFUSED, RefusalReason.NOT_IDENTIFIED, null, now);
    refused("privacy.refused.no-access-file", () -> files.make(officer, waiting, now));
    refused("privacy.refused.closed", () -> steps.acknowledge(officer, waiting, now));
    refused("access.forbidden", () -> files.make(tracer(), waiting, now));
    Actor ofAPart = world.actor(Role.PRIVACY, new Scope.OfUnit(world.commune().id()));
    refused("privacy.refused.whole", () -> requests.get(ofAPart, waiting, now));
  }

  @Test
  void nothingIsDeletedWhileACaseIsOpen() {
    UUID request = entered(RequestKind.DELETION, now, false);
    steps.identify(officer, request, people.publicId(contact), IdentityCheck.DOCUMENT, now);
    refused(
        "privacy.refused.open-case",
        () -> steps.decide(officer, request, Outcome.GRANTED, null, null, now));
    cases.close(Actor.program(), file.publicId(), CaseStateReason.DONE, now);
    steps.decide(officer, request, Outcome.GRANTED, null, null, now);
    steps.fulfil(officer, request, null, now);
    assertThat(people.masked(List.of(contact)).get(contact))
        .satisfies(person -> assertThat(person.destroyed()).isTrue());
    assertThat(requests.get(officer, request, now).row().next()).isEqualTo(RequestRow.Next.NOTHING);
  }

  @Test
  void anAnswerIsPutOffOnceWithAReasonAndNotUnderTheOlderLaw() {
    UUID request = entered(RequestKind.ACCESS, now, false);
    Instant due = Objects.requireNonNull(requests.get(officer, request, now).decisionDue());
    refused("privacy.refused.reason", () -> steps.extend(officer, request, " ", now));
    steps.extend(officer, request, "Nhiều hồ sơ", now);
    assertThat(requests.get(officer, request, now).decisionDue())
        .isEqualTo(due.plus(Duration.ofDays(15)));
    refused("privacy.refused.extension", () -> steps.extend(officer, request, "Nữa", now));

    Instant before = LocalDate.of(2025, 12, 30).atStartOfDay(TestWorld.ZONE).toInstant();
    UUID older = entered(RequestKind.ACCESS, before, false);
    RequestView view = requests.get(officer, older, now);
    assertThat(view.document()).contains("13/2023/NĐ-CP");
    assertThat(view.acknowledgeDue()).isNull();
    assertThat(view.row().overdue()).isTrue();
    refused("privacy.refused.extension", () -> steps.extend(officer, older, "Muộn", now));
    assertThat(requests.list(officer, new RequestFilter(false, true, null), null, 500, now).rows())
        .extracting(RequestRow::publicId)
        .contains(older)
        .doesNotContain(request);
  }

  @Test
  void aHolidayThatIsEnteredSetsTheClocksAnew() {
    UUID request = entered(RequestKind.ACCESS, now, false);
    Instant due = Objects.requireNonNull(requests.get(officer, request, now).acknowledgeDue());
    LocalDate last = LocalDate.ofInstant(due, TestWorld.ZONE);
    days.enter(officer, last, DayOff.Kind.HOLIDAY, "Nghỉ thử", "Thông báo thử", now);
    assertThat(requests.get(officer, request, now).acknowledgeDue()).isAfter(due);
    refused(
        "privacy.refused.day-off-known",
        () -> days.enter(officer, last, DayOff.Kind.HOLIDAY, "Nghỉ", "Thông báo", now));
    long number =
        days.ofYear(officer, last.getYear()).stream()
            .filter(day -> day.day().equals(last))
            .findFirst()
            .orElseThrow()
            .number();
    days.withdraw(officer, number, now);
    assertThat(requests.get(officer, request, now).acknowledgeDue()).isEqualTo(due);
  }

  private UUID granted(RequestKind kind, boolean formal) {
    UUID request = entered(kind, now, formal);
    steps.identify(officer, request, people.publicId(contact), IdentityCheck.DOCUMENT, now);
    steps.acknowledge(officer, request, now);
    steps.decide(officer, request, Outcome.GRANTED, null, null, now);
    return request;
  }

  private UUID entered(RequestKind kind, Instant received, boolean formal) {
    return requests.receive(
        officer,
        new NewRequest(
            kind, ReceivedBy.LETTER, received, "Trần Thị Hỏi", "Thôn 1", "Xin", formal, false),
        now);
  }

  private Actor tracer() {
    return world.actor(Role.TRACER, new Scope.Everywhere());
  }

  private static void refused(String code, ThrowingCallable act) {
    assertThatThrownBy(act)
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
  }

  private OpenedCase caseOf(long person) {
    return PrivacyCases.open(cases, people, person, now);
  }
}
