package vn.lachan.app.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
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
import vn.lachan.app.audit.Audit;
import vn.lachan.app.audit.Entry;
import vn.lachan.app.audit.EntryFilter;
import vn.lachan.app.casework.Cases;
import vn.lachan.app.casework.OpenedCase;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.app.people.People;
import vn.lachan.app.places.PlaceCard;
import vn.lachan.app.places.Places;
import vn.lachan.app.units.Units;
import vn.lachan.app.visits.VisitStore;

/** The police see somebody of a case by an approved request, and by nothing else. */
@ProgramTest
class AgencyFlowTests {
  @Autowired private Clock clock;
  @Autowired private Accounts accounts;
  @Autowired private Units units;
  @Autowired private Places places;
  @Autowired private People people;
  @Autowired private VisitStore visits;
  @Autowired private Cases cases;
  @Autowired private AgencyRequests requests;
  @Autowired private PersonRequests personRequests;
  @Autowired private RequestSteps steps;
  @Autowired private Audit audit;

  private TestWorld world;
  private Instant now;
  private OpenedCase file;
  private String phone;
  private String strangersPhone;
  private long contact;
  private long stranger;
  private Actor police;
  private Actor authority;
  private Actor officer;

  @BeforeEach
  void makeCase() {
    world = new TestWorld(clock, accounts, units, places, people, visits);
    now = world.now();
    phone = TestWorld.phone();
    strangersPhone = TestWorld.phone();
    PlaceCard place = world.place();
    long index = world.person("Nguyễn Văn Bệnh", TestWorld.phone());
    contact = world.person("Trần Thị Gần", phone);
    stranger = world.person("Phạm Văn Lạ", strangersPhone);
    world.visit(index, place, 0, 60);
    world.visit(contact, place, 10, 40);
    file = caseOf(index);
    police = world.actor(Role.AGENCY, new Scope.OfUnit(world.province().id()));
    authority = world.actor(Role.PROVINCE, new Scope.OfUnit(world.province().id()));
    officer = world.actor(Role.PRIVACY, new Scope.Everywhere());
  }

  @Test
  void theAnswerHoldsTheApprovedFieldsOfTheApprovedPersonsUntilItsDay() {
    UUID id = entered(file.number(), phone + "\n" + strangersPhone + "\nông hàng xóm");
    OpenedAgencyRequest review = requests.open(authority, id, now);
    assertThat(review.candidates())
        .extracting(OpenedAgencyRequest.Candidate::verdict)
        .containsExactly(
            OpenedAgencyRequest.Verdict.IN_CASE,
            OpenedAgencyRequest.Verdict.NOT_OF_CASE,
            OpenedAgencyRequest.Verdict.UNREADABLE);
    assertThat(requests.open(police, id, now).candidates()).isEmpty();

    refused("privacy.refused.agency-not-granted", () -> requests.answer(police, id, now));
    approve(id, contact, Set.of(AgencyField.NAME, AgencyField.EXPOSURE), 2);
    AgencyAnswer answer = requests.answer(police, id, now);
    AgencyAnswer.Line line = answer.lines().getFirst();
    assertThat(answer.lines()).hasSize(1);
    assertThat(line.name()).isEqualTo("Trần Thị Gần");
    assertThat(line.contactClass()).isNotNull();
    assertThat(line.phones()).isNull();
    assertThat(line.address()).isNull();
    assertThat(line.unit()).isNull();
    assertThat(line.citizenNumber()).isNull();
    assertThat(line.followUp()).isNull();
    assertThat(answer.view().row().openings()).isEqualTo(1);

    Entry act = latest("privacy.agency-answer");
    assertThat(act.actor()).isEqualTo(police.account());
    assertThat(act.purpose()).startsWith("ISOLATION: Công an tỉnh");
    assertThat(act.caseId()).isEqualTo(file.number());
    assertThat(act.persons()).isEqualTo(1);

    Instant over = now.plus(Duration.ofDays(2)).plusSeconds(1);
    refused("privacy.refused.agency-over", () -> requests.answer(police, id, over));
    assertThat(requests.get(police, id, over).row().state()).isEqualTo(AgencyRow.State.EXPIRED);
    assertThat(latest("privacy.agency-denied").actor()).isEqualTo(police.account());
  }

  @Test
  void nothingOutsideTheCaseOrTheScopeIsApproved() {
    UUID id = entered(file.number(), phone);
    refused("privacy.refused.agency-not-of-case", () -> approve(id, stranger, asked(), 2));
    refused(
        "privacy.refused.agency-scope",
        () -> approve(id, contact, Set.of(AgencyField.CITIZEN_NUMBER), 2));
    refused("privacy.refused.agency-scope", () -> approve(id, contact, Set.of(), 2));
    refused("privacy.refused.agency-days", () -> approve(id, contact, asked(), 31));
    refused("privacy.refused.agency-days", () -> approve(id, contact, asked(), 0));
    refused(
        "privacy.refused.agency-persons",
        () -> requests.approve(authority, id, List.of(), asked(), 2, now));

    UUID elsewhere = entered(999_999_999L, phone);
    refused("privacy.refused.agency-not-of-case", () -> approve(elsewhere, contact, asked(), 2));
    OpenedCase other = caseOf(stranger);
    UUID ofOther = entered(other.number(), phone);
    refused("privacy.refused.agency-not-of-case", () -> approve(ofOther, contact, asked(), 2));
  }

  @Test
  void whoAsksDecidesNothingAndSeesTheirOwnOnly() {
    UUID id = entered(file.number(), phone);
    refused("access.forbidden", () -> requests.approve(police, id, List.of(), asked(), 2, now));
    Actor neighbours = world.actor(Role.AGENCY, new Scope.OfUnit(world.province().id()));
    refused("privacy.refused.not-found", () -> requests.get(neighbours, id, now));
    approve(id, contact, asked(), 2);
    refused("privacy.refused.not-found", () -> requests.answer(neighbours, id, now));
    refused("privacy.refused.not-found", () -> requests.answer(authority, id, now));
    assertThat(requests.list(neighbours, AgencyFilter.all(), null, 50, now).rows()).isEmpty();
    assertThat(requests.list(police, AgencyFilter.all(), null, 50, now).rows())
        .extracting(AgencyRow::publicId)
        .containsExactly(id);

    UUID own = requests.enter(authority, request(file.number(), phone), now);
    refused("privacy.refused.agency-own", () -> approve(own, contact, asked(), 2));
    Actor elsewhere =
        world.actor(
            Role.PROVINCE, new Scope.OfUnit(units.provinces(world.yesterday()).getFirst().id()));
    refused("privacy.refused.not-found", () -> requests.get(elsewhere, id, now));
    refused(
        "access.forbidden",
        () ->
            requests.list(
                world.actor(Role.KEEPER, new Scope.OfPlace(1)), AgencyFilter.all(), null, 50, now));
  }

  @Test
  void anApprovalEndsAtOnceWhenItIsRevoked() {
    UUID id = entered(file.number(), phone);
    refused(
        "privacy.refused.agency-not-approved", () -> requests.revoke(authority, id, "Nhầm", now));
    approve(id, contact, asked(), 2);
    refused("privacy.refused.agency-decided", () -> approve(id, contact, asked(), 2));
    refused("access.forbidden", () -> requests.revoke(police, id, "Nhầm", now));
    requests.revoke(officer, id, "Duyệt nhầm", now);
    refused("privacy.refused.agency-over", () -> requests.answer(police, id, now));
  }

  @Test
  void whoseDataAreRestrictedIsNotGiven() {
    UUID asked =
        personRequests.receive(
            officer,
            new NewRequest(
                RequestKind.RESTRICTION, ReceivedBy.COUNTER, now, "Gần", "091", null, false, false),
            now);
    steps.identify(officer, asked, people.publicId(contact), IdentityCheck.DOCUMENT, now);
    steps.decide(officer, asked, Outcome.GRANTED, null, null, now);
    steps.fulfil(officer, asked, null, now);
    UUID id = entered(file.number(), phone);
    refused("privacy.refused.agency-restricted", () -> approve(id, contact, asked(), 2));
    steps.liftRestriction(officer, asked, "Theo yêu cầu mới", now);
    approve(id, contact, asked(), 2);
    assertThat(requests.answer(police, id, now).lines()).hasSize(1);
  }

  private static Set<AgencyField> asked() {
    return Set.of(AgencyField.NAME, AgencyField.PHONE, AgencyField.EXPOSURE);
  }

  private UUID entered(long caseNumber, String persons) {
    return requests.enter(police, request(caseNumber, persons), now);
  }

  private static NewAgencyRequest request(long caseNumber, String persons) {
    return new NewAgencyRequest(
        "Công an tỉnh",
        AgencyPurpose.ISOLATION,
        "Đại uý Nguyễn Văn An",
        "123/CAT ngày 20/11/2026",
        "Luật Phòng bệnh 2025",
        caseNumber,
        persons,
        asked());
  }

  private void approve(UUID id, long person, Set<AgencyField> fields, int days) {
    requests.approve(authority, id, List.of(people.publicId(person)), fields, days, now);
  }

  private Entry latest(String kind) {
    return audit.entries(new EntryFilter(null, kind, null, null, null, null), 1).rows().getFirst();
  }

  private static void refused(String code, ThrowingCallable act) {
    assertThatThrownBy(act)
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> assertThat(Objects.requireNonNull(refusal).code()).isEqualTo(code));
  }

  private OpenedCase caseOf(long person) {
    return PrivacyCases.open(cases, people, person, now);
  }
}
