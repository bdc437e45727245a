package vn.lachan.app.places;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lachan.app.places.PlaceRegistrationTests.assertRefused;
import static vn.lachan.app.places.PlacesFixture.NOW;
import static vn.lachan.app.places.PlacesFixture.officer;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.lachan.app.access.Actor;

/** Each thing that can be wrong with a registration has its own code. */
class PlaceRefusalTests {
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
  void theTableOfRefusals() {
    assertAll(
        named("name-empty", "  "),
        named("name-empty", "\u00a0\u200a"),
        named("name-too-long", "a".repeat(151)),
        named("name-too-long", "a".repeat(100_000)),
        named("name-markup", "Quán <b>ngon</b>"),
        named("name-unreadable", "Quán \u202Engon"),
        named("name-unreadable", "Quán\u0000"),
        named("name-unreadable", "Qu\uFFFDn"),
        named("name-without-letter", "!!!"),
        located("address-empty", "", fixture.communeA, null),
        located("address-too-long", "a".repeat(251), fixture.communeA, null),
        located("address-markup", "<script>", fixture.communeA, null),
        located("unit-unknown", "Số 1", 2_399_999, null),
        located("unit-unknown", "Số 1", -1, null),
        located("unit-not-commune", "Số 1", fixture.province, null),
        located("location-far", "Số 1", fixture.communeA, new Point(0, 0)),
        located("location-far", "Số 1", fixture.communeA, new Point(Double.NaN, 105)),
        typed("type-unknown", "temple", null, null),
        typed("type-unknown", "", null, null),
        typed("hours", "market", "sáng đến tối", null),
        typed("hours", "market", "1 ".repeat(400), null),
        typed("capacity", "market", null, 0),
        typed("capacity", "market", null, -5),
        typed("capacity", "market", null, 1_000_001),
        timed("times-reversed", NOW, NOW.minusSeconds(1)),
        timed("times-reversed", NOW, NOW),
        timed("times-incomplete", NOW, null),
        timed("times-incomplete", null, NOW),
        timed("times-too-long", NOW, NOW.plus(Duration.ofDays(367))),
        owned("owner-phone", "Trần Thị Hà", "12345"),
        owned("owner-phone", "Trần Thị Hà", "+1 202 555 0100"),
        owned("owner-name", "<b>", "0912345678"));
  }

  @Test
  void selfServiceNeedsANameAndAMobilePhone() {
    assertRefused(
        "places.refused.owner-name",
        () -> places.draft(owned("", "", "0912345678").what(), Locale.of("vi"), NOW));
    assertRefused(
        "places.refused.owner-phone",
        () -> places.draft(owned("", "Hà", "").what(), Locale.of("vi"), NOW));
    assertRefused(
        "places.refused.owner-phone-not-mobile",
        () -> places.draft(owned("", "Hà", "02373852246").what(), Locale.of("vi"), NOW));
  }

  @Test
  void onePlaceIsNotRegisteredTwiceHoweverItIsSpelt() {
    Actor officer = officer(fixture.communeA);
    Registration first = named("", "Quán Bún Bò Huế").what();
    UUID place = places.register(officer, first, NOW);

    assertRefused(
        "places.refused.duplicate",
        () -> places.register(officer, named("", "QUAN  bun bo hue").what(), NOW));

    places.close(officer, place, "Chuyển chủ", NOW);
    places.register(officer, named("", "Quán bún bò Huế").what(), NOW);
    assertRefused("places.refused.duplicate", () -> places.reopen(officer, place, "Mở lại", NOW));
  }

  @Test
  void aRefusedRegistrationLeavesNothing() {
    long before = count();
    assertRefused(
        "places.refused.hours",
        () ->
            places.register(officer(fixture.communeA), typed("", "market", "?", null).what(), NOW));
    assertThat(count()).isEqualTo(before);
  }

  private static long count() {
    return fixture
        .database
        .jdbc()
        .sql("select count(*) from places.code")
        .query(Long.class)
        .single();
  }

  private record Wrong(String code, Registration what) {}

  private static void assertAll(Wrong... cases) {
    List<String> codes = new ArrayList<>();
    for (Wrong wrong : cases) {
      assertRefused(
          "places.refused." + wrong.code(),
          () -> places.register(officer(fixture.province), wrong.what(), NOW));
      codes.add(wrong.code());
    }
    assertThat(codes).hasSize(cases.length);
  }

  private static Wrong named(String code, String name) {
    return wrong(
        code, name, "market", "Số 1", fixture.communeA, null, null, null, null, null, null, null);
  }

  private static Wrong located(String code, String address, int unit, @Nullable Point point) {
    return wrong(code, "Chợ", "market", address, unit, point, null, null, null, null, null, null);
  }

  private static Wrong typed(
      String code, String type, @Nullable String hours, @Nullable Integer capacity) {
    return wrong(
        code, "Chợ", type, "Số 1", fixture.communeA, null, hours, capacity, null, null, null, null);
  }

  private static Wrong timed(String code, @Nullable Instant from, @Nullable Instant to) {
    return wrong(
        code, "Cưới", "wedding", "Số 1", fixture.communeA, null, null, null, from, to, null, null);
  }

  private static Wrong owned(String code, String name, String phone) {
    return wrong(
        code, "Chợ", "market", "Số 1", fixture.communeA, null, null, null, null, null, name, phone);
  }

  private static Wrong wrong(
      String code,
      String name,
      String type,
      String address,
      int unit,
      @Nullable Point point,
      @Nullable String hours,
      @Nullable Integer capacity,
      @Nullable Instant from,
      @Nullable Instant to,
      @Nullable String ownerName,
      @Nullable String ownerPhone) {
    return new Wrong(
        code,
        new Registration(
            name,
            type,
            address,
            unit,
            point,
            null,
            hours,
            capacity,
            from,
            to,
            ownerName,
            ownerPhone));
  }
}
