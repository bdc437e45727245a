package vn.lachan.app.places;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import vn.lachan.app.access.Actor;
import vn.lachan.app.access.Role;
import vn.lachan.app.access.Scope;
import vn.lachan.app.kernel.Refusal;

/** A place moves, is split, gets another owner, and is approved as it was read. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlaceStepTests {
  private final PlacesFixture fixture = new PlacesFixture();
  private final PlaceSteps steps = fixture.context.getBean(PlaceSteps.class);
  private Actor province = PlacesFixture.officer(0);
  private UUID place = UUID.randomUUID();
  private int count;

  @BeforeEach
  void makePlace() {
    province = PlacesFixture.staff(21, Role.PROVINCE, new Scope.OfUnit(fixture.province));
    place = register(province);
  }

  @AfterAll
  void close() {
    fixture.close();
  }

  @Test
  void aMoveKeepsTheCodeAndWhereThePlaceWas() {
    PlaceCard before = card();
    LocalDate from = today().minusDays(5);
    var to = new NewLocation("34 Nguyễn Trãi", fixture.communeB, null, from);
    Actor ofOldCommune = PlacesFixture.officer(fixture.communeA);
    refused(
        "places.refused.outside-reach",
        () -> steps.move(ofOldCommune, place, to, "chuyển", revision(), now()));
    refused(
        "places.refused.changed-approved",
        () -> steps.move(province, place, to, "chuyển", revision() - 1, now()));

    steps.move(province, place, to, "hết hợp đồng thuê", revision(), now());
    assertThat(card().unit()).isEqualTo(fixture.communeB);
    assertThat(card().address()).isEqualTo("34 Nguyễn Trãi");
    assertThat(card().code()).isEqualTo(before.code());
    Instant moved = from.atStartOfDay(FakeVisitCounts.ZONE).toInstant();
    assertThat(steps.where(before.number(), moved.minusSeconds(1)).orElseThrow().address())
        .isEqualTo(before.address());
    assertThat(steps.where(before.number(), moved)).isEmpty();
    refused(
        "places.refused.move-before-last",
        () ->
            steps.move(
                province,
                place,
                new NewLocation("1 Trần Phú", fixture.communeA, null, from),
                "lần hai",
                revision(),
                now()));

    steps.undoMove(province, place, "nhầm điểm", now());
    assertThat(card().unit()).isEqualTo(before.unit());
    assertThat(card().address()).isEqualTo(before.address());
    assertThat(steps.formerLocations(province, place)).isEmpty();
    assertThat(fixture.places.get(province, place).history())
        .extracting(change -> change.what().key())
        .startsWith("move_undone", "moved");
    refused("places.refused.not-moved", () -> steps.undoMove(province, place, "nữa", now()));
  }

  @Test
  void aPlaceThatIsSplitLeadsToItsParts() {
    long whole = card().number();
    List<UUID> parts =
        steps.split(
            province, place, List.of("Cổng Đông", "Cổng Tây"), true, "chợ tách", revision(), now());
    assertThat(card().status()).isEqualTo(Status.CLOSED);
    assertThat(steps.parts(whole))
        .extracting(PlaceCard::name)
        .containsExactly("Cổng Đông", "Cổng Tây");
    assertThat(steps.parts(whole)).extracting(PlaceCard::code).doesNotHaveDuplicates();
    assertThat(steps.parts(whole)).extracting(PlaceCard::publicId).containsExactlyElementsOf(parts);
    OwnerContact owner =
        fixture.places.owner(province, parts.getFirst(), "kiểm tra việc tách").orElseThrow();
    assertThat(owner.phone()).isEqualTo("84912345678");
    refused(
        "places.refused.split-count",
        () -> steps.split(province, register(province), List.of("Một"), true, "thử", 0, now()));
  }

  @Test
  void aNewOwnerProvesThePhoneAndTheOldOneIsForgotten() {
    String phone = "0987654321";
    OwnerChange begun =
        steps.beginOwnerChange(province, place, "Trần Văn Mới", phone, Locale.of("vi"), now());
    refused(
        "access.refused.code",
        () ->
            steps.confirmOwnerChange(
                province, place, begun.token(), "000000", "Trần Văn Mới", now()));
    UUID another = register(province);
    refused(
        "access.refused.code",
        () ->
            steps.confirmOwnerChange(
                province, another, begun.token(), FakeOwnerProof.CODE, "Trần Văn Mới", now()));
    byte[] keyBefore = key();
    steps.confirmOwnerChange(
        province, place, begun.token(), FakeOwnerProof.CODE, "Trần Văn Mới", now());
    assertThat(key()).as("the old owner's key is gone").isNotEqualTo(keyBefore);
    OwnerContact owner = fixture.places.owner(province, place, "gọi chủ mới").orElseThrow();
    assertThat(owner.name()).isEqualTo("Trần Văn Mới");
    assertThat(owner.phone()).isEqualTo("84987654321");
    assertThat(fixture.phones.handedOver).containsKey(card().number());
    long account = Objects.requireNonNull(fixture.phones.handedOver.get(card().number()));
    assertThat(fixture.places.get(PlacesFixture.owner(account, 0), place).card().publicId())
        .isEqualTo(place);
  }

  @Test
  void twoOfficersDoNotApproveWhatOneOfThemNeverRead() {
    Actor owner = PlacesFixture.owner(950, 0);
    UUID waiting =
        fixture.places.register(
            owner,
            fixture.registration("Quán chờ " + ++count, "eating-place", fixture.communeA),
            now());
    Actor officer = PlacesFixture.officer(fixture.communeA);
    int read = fixture.places.get(officer, waiting).revision();
    fixture.places.correct(
        owner,
        waiting,
        fixture.registration("Quán chờ, tên khác " + count, "karaoke", fixture.communeA),
        read,
        now());
    Refusal refusal =
        refused(
            "places.refused.changed-facts",
            () -> fixture.places.approve(officer, waiting, read, now()));
    assertThat(refusal.kind()).isEqualTo(Refusal.Kind.CONFLICT);
    assertThat(refusal.arguments()).containsExactly("Cán bộ 950", "12:00 06/03");
    fixture.places.approve(
        officer, waiting, fixture.places.get(officer, waiting).revision(), now());
    refused(
        "places.refused.changed-approved",
        () -> fixture.places.approve(officer, waiting, read + 1, now()));
  }

  private UUID register(Actor actor) {
    var registration =
        new Registration(
            "Quán " + ++count,
            "eating-place",
            "12 Lê Lợi",
            fixture.communeA,
            null,
            null,
            null,
            null,
            null,
            null,
            "Lê Văn Cũ",
            "0912345678");
    return fixture.places.register(actor, registration, now());
  }

  private byte[] key() {
    return fixture
        .database
        .jdbc()
        .sql("select owner_key from places.place where public_id = :place")
        .param("place", place)
        .query((row, index) -> Objects.requireNonNull(row.getBytes(1)))
        .single();
  }

  private PlaceCard card() {
    return fixture.places.byPublicId(place).orElseThrow();
  }

  private int revision() {
    return fixture.places.get(province, place).revision();
  }

  private static Refusal refused(String code, ThrowingCallable act) {
    Refusal refusal = catchThrowableOfType(Refusal.class, act);
    assertThat(refusal).isNotNull();
    assertThat(refusal.code()).isEqualTo(code);
    return refusal;
  }

  private LocalDate today() {
    return now().atZone(FakeVisitCounts.ZONE).toLocalDate();
  }

  private Instant now() {
    return fixture.clock.instant();
  }
}
