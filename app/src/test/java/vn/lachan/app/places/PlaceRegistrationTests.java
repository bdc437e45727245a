package vn.lachan.app.places;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.lachan.app.places.PlacesFixture.NOW;
import static vn.lachan.app.places.PlacesFixture.officer;
import static vn.lachan.app.places.PlacesFixture.owner;
import static vn.lachan.app.places.PlacesFixture.sector;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.lachan.app.access.Actor;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.engine.scan.PlaceCode;

/** From registration to a card that takes visits, and everything that stops it on the way. */
class PlaceRegistrationTests {
  private static PlacesFixture fixture;
  private static Places places;

  @BeforeAll
  static void create() {
    fixture = new PlacesFixture();
    places = fixture.places;
  }

  @AfterAll
  static void drop() {
    fixture.close();
  }

  @Test
  void selfServiceGoesFromDraftToAnOpenPlace() {
    DraftPlace draft = places.draft(selfService("Quán Phở Hà", "0912345678"), Locale.of("vi"), NOW);
    UUID place = draft.place();
    assertThat(places.byPublicId(place).orElseThrow().status()).isEqualTo(Status.DRAFT);
    assertRefused("access.refused.code", () -> places.confirm(place, draft.token(), "000000", NOW));
    long account = places.confirm(place, draft.token(), FakeOwnerProof.CODE, NOW);
    PlaceCard waiting = places.byPublicId(place).orElseThrow();
    assertThat(waiting.status()).isEqualTo(Status.SUBMITTED);
    assertThat(waiting.accepts(NOW)).isFalse();
    assertThat(places.approvals(officer(fixture.communeA), null, 500).rows())
        .extracting(PlaceRow::publicId)
        .contains(place);

    places.approve(officer(fixture.communeA), place, null, NOW);

    PlaceCard card = places.byCode(waiting.code()).orElseThrow();
    assertThat(card.accepts(NOW)).isTrue();
    assertThat(card.hours()).isEqualTo(OpeningHours.parse("daily 06:00-22:00"));
    assertThat(card.dwellMinutes()).isEqualTo(60);
    assertThat(card.locationExact()).isFalse();
    assertThat(card.location()).isNotNull();
    assertThat(places.get(owner(account, card.number()), place).history())
        .extracting(StateChange::what)
        .containsExactly(
            StateChange.What.APPROVED, StateChange.What.SUBMITTED, StateChange.What.REGISTERED);
    assertThat(places.dwell(card.number(), LocalDate.of(2026, 3, 6)).orElseThrow().dwellMinutes())
        .isEqualTo(60);
  }

  @Test
  void aDraftIsConfirmedOnceAndByItsOwnCodeOnly() {
    DraftPlace draft =
        places.draft(selfService("Tạp hoá Bà Sáu", "0912345679"), Locale.of("vi"), NOW);
    UUID place = draft.place();
    places.confirm(place, draft.token(), FakeOwnerProof.CODE, NOW);

    assertRefused(
        "places.refused.not-found",
        () -> places.confirm(place, draft.token(), FakeOwnerProof.CODE, NOW));
  }

  @Test
  void draftsThatNobodyConfirmedAreForgottenAndInNoList() {
    DraftPlace draft = places.draft(selfService("Quán bỏ dở", "0912345670"), Locale.of("vi"), NOW);
    UUID place = draft.place();
    assertThat(places.list(Actor.program(), search("quan bo do"), null, 10).rows()).isEmpty();

    fixture.clock.step(Duration.ofHours(25));
    fixture.context.getBean(SelfService.class).forgetDrafts();

    assertThat(places.byPublicId(place)).isEmpty();
  }

  @Test
  void theOwnersNameAndPhoneAreSealedAndOpeningThemIsAnAct() {
    DraftPlace draft = places.draft(selfService("Quán kín", "0987654321"), Locale.of("vi"), NOW);
    UUID place = draft.place();
    places.confirm(place, draft.token(), FakeOwnerProof.CODE, NOW);
    List<@Nullable String> stored =
        fixture
            .database
            .jdbc()
            .sql("select p::text from places.place p")
            .query(String.class)
            .list();
    assertThat(stored)
        .noneMatch(row -> row == null || row.contains("987654321") || row.contains("Trần"));

    OwnerContact contact =
        places.owner(officer(fixture.communeA), place, "gọi xác minh").orElseThrow();

    assertThat(contact.phone()).isEqualTo("84987654321");
    assertThat(contact.name()).isEqualTo("Trần Thị Hà");
    assertThat(contact.toString()).doesNotContain("8765");
    assertThat(
            fixture
                .database
                .jdbc()
                .sql("select purpose from audit.entry where kind = 'places.open-owner'")
                .query(String.class)
                .list())
        .contains("gọi xác minh");
    assertRefused(
        "access.forbidden", () -> places.owner(sector("health", fixture.province), place, "tò mò"));
  }

  @Test
  void anOfficerOpensAPlaceOfTheirOwnCommuneAtOnce() {
    UUID place = register(officer(fixture.communeA), "Chợ Mới", "market");

    assertThat(places.byPublicId(place).orElseThrow().status()).isEqualTo(Status.OPEN);
    assertRefused(
        "places.refused.outside-reach",
        () -> register(officer(fixture.communeB), "Chợ người khác", "market"));
  }

  @Test
  void aReturnedRegistrationIsCorrectedAndSubmittedAgain() {
    DraftPlace draft =
        places.draft(selfService("Quán sai tên", "0912345111"), Locale.of("vi"), NOW);
    UUID place = draft.place();
    long account = places.confirm(place, draft.token(), FakeOwnerProof.CODE, NOW);
    Actor owner = owner(account, places.byPublicId(place).orElseThrow().number());
    places.giveBack(officer(fixture.communeA), place, "Ghi rõ số nhà", NOW);
    PlaceView view = places.get(owner, place);
    assertThat(view.card().status()).isEqualTo(Status.RETURNED);
    assertThat(view.history().getFirst().reason()).isEqualTo("Ghi rõ số nhà");

    Registration better = fixture.registration("Quán đúng tên", "eating-place", fixture.communeA);
    assertRefused(
        "places.refused.revision",
        () -> places.correct(owner, place, better, view.revision() - 1, NOW));
    places.correct(owner, place, better, view.revision(), NOW);

    PlaceView after = places.get(owner, place);
    assertThat(after.card().status()).isEqualTo(Status.SUBMITTED);
    assertThat(after.card().name()).isEqualTo("Quán đúng tên");
    assertThat(after.hasOwner()).isTrue();
  }

  @Test
  void theOwnerOfAnOpenPlaceChangesHoursButNotTheName() {
    DraftPlace draft = places.draft(selfService("Quán Mở", "0912345222"), Locale.of("vi"), NOW);
    UUID place = draft.place();
    long account = places.confirm(place, draft.token(), FakeOwnerProof.CODE, NOW);
    places.approve(officer(fixture.communeA), place, null, NOW);
    Actor owner = owner(account, places.byPublicId(place).orElseThrow().number());
    int revision = places.get(owner, place).revision();
    Registration renamed = fixture.registration("Tên khác", "eating-place", fixture.communeA);
    assertRefused(
        "places.refused.correction-by-commune",
        () -> places.correct(owner, place, renamed, revision, NOW));

    places.correct(
        owner,
        place,
        new Registration(
            "Quán Mở",
            "eating-place",
            "12 Lê Lợi",
            fixture.communeA,
            null,
            null,
            "daily 17:00-01:00",
            40,
            null,
            null,
            null,
            null),
        revision,
        NOW);

    assertThat(places.get(owner, place).card().hours().text()).isEqualTo("1-7 17:00-01:00");
    assertThat(places.get(owner, place).card().capacity()).isEqualTo(40);
  }

  @Test
  void closingRefusesVisitsAtOnceHereAndWithinFiveSecondsElsewhere() {
    UUID place = register(officer(fixture.communeA), "Karaoke Sóng Biển", "karaoke");
    PlaceCode code = places.byPublicId(place).orElseThrow().code();
    assertThat(places.byCode(code).orElseThrow().accepts(NOW)).isTrue();

    places.close(officer(fixture.communeA), place, "Vi phạm lần 3", NOW);
    assertThat(places.byCode(code).orElseThrow().accepts(NOW)).isFalse();

    fixture
        .database
        .jdbc()
        .sql("update places.place set status = 'open' where public_id = :id")
        .param("id", place)
        .update(); // as another copy of the program would
    assertThat(places.byCode(code).orElseThrow().accepts(NOW)).isFalse();
    fixture.clock.step(Duration.ofSeconds(PlaceCardCache.SECONDS));
    assertThat(places.byCode(code).orElseThrow().accepts(NOW)).isTrue();
  }

  @Test
  void aClosedPlaceIsReopenedWithAReason() {
    UUID place = register(officer(fixture.communeA), "Phòng tập Sức Khoẻ", "gym");
    assertRefused(
        "places.refused.state-open",
        () -> places.reopen(officer(fixture.communeA), place, "mở", NOW));
    places.close(officer(fixture.communeA), place, "Tạm dừng", NOW);
    assertRefused(
        "places.refused.reason-empty",
        () -> places.reopen(officer(fixture.communeA), place, "  ", NOW));

    places.reopen(officer(fixture.communeA), place, "Hết tạm dừng", NOW);

    assertThat(places.byPublicId(place).orElseThrow().status()).isEqualTo(Status.OPEN);
    assertRefused(
        "places.refused.state-open",
        () -> places.approve(officer(fixture.communeA), place, null, NOW));
  }

  @Test
  void aReplacedCodeDiesAndIsKeptInTheHistory() {
    UUID place = register(officer(fixture.communeA), "Bến xe Phía Tây", "bus-station");
    PlaceCode old = places.byPublicId(place).orElseThrow().code();
    assertThat(places.byCode(old)).isPresent();

    PlaceCode fresh =
        places.replaceCode(officer(fixture.communeA), place, "Áp phích bị dán đè", NOW);

    assertThat(fresh).isNotEqualTo(old);
    assertThat(places.byCode(old)).isEmpty();
    assertThat(places.byCode(fresh).orElseThrow().publicId()).isEqualTo(place);
    assertThat(places.get(officer(fixture.communeA), place).codes())
        .extracting(PlaceView.CodeIssue::shown)
        .containsExactlyInAnyOrder(old.shown(), fresh.shown());
  }

  @Test
  void aCodeThatWasEverGivenOutIsNotGivenAgain() {
    var history = fixture.context.getBean(PlaceHistoryTable.class);
    PlaceCode code = PlaceCode.fromRandom(77);

    assertThat(history.claim(Map.of(900_001L, code), NOW)).containsExactly(900_001L);
    assertThat(history.claim(Map.of(900_002L, code), NOW)).isEmpty();

    var twice = new ArrayList<>(List.of(77L, 77L, 78L));
    var table = new PlaceHistoryTable(fixture.database.jdbc(), twice::removeFirst);
    assertThat(table.issueCodes(List.of(900_003L), NOW).get(900_003L))
        .isEqualTo(PlaceCode.fromRandom(78));
  }

  @Test
  void anEventTakesVisitsOnlyWhileItLasts() {
    Registration wedding =
        new Registration(
            "Đám cưới nhà ông Tư",
            "wedding",
            "Thôn 3",
            fixture.communeA,
            null,
            null,
            null,
            null,
            NOW,
            NOW.plus(Duration.ofHours(6)),
            null,
            null);
    UUID place = places.register(officer(fixture.communeA), wedding, NOW);

    PlaceCard card = places.byPublicId(place).orElseThrow();
    assertThat(card.accepts(NOW.minusSeconds(1))).isFalse();
    assertThat(card.accepts(NOW)).isTrue();
    assertThat(card.accepts(NOW.plus(Duration.ofHours(6)))).isFalse();
  }

  private UUID register(Actor actor, String name, String type) {
    return places.register(actor, fixture.registration(name, type, fixture.communeA), NOW);
  }

  private Registration selfService(String name, String phone) {
    return new Registration(
        name,
        "eating-place",
        "12 Lê Lợi",
        fixture.communeA,
        null,
        null,
        null,
        null,
        null,
        null,
        "Trần Thị Hà",
        phone);
  }

  private static PlaceFilter search(String text) {
    return new PlaceFilter(text, null, null, null, null);
  }

  static void assertRefused(String code, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
  }
}
