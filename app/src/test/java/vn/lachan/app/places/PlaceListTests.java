package vn.lachan.app.places;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lachan.app.places.PlaceRegistrationTests.assertRefused;
import static vn.lachan.app.places.PlacesFixture.NOW;
import static vn.lachan.app.places.PlacesFixture.officer;
import static vn.lachan.app.places.PlacesFixture.owner;
import static vn.lachan.app.places.PlacesFixture.sector;
import static vn.lachan.app.places.PlacesFixture.staff;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.lachan.app.access.Actor;
import vn.lachan.app.access.Role;
import vn.lachan.app.access.Scope;
import vn.lachan.app.kernel.Page;

/** Who sees which places, found how, page after page. */
class PlaceListTests {
  private static PlacesFixture fixture;
  private static Places places;
  private static UUID pho;
  private static UUID market;
  private static UUID farMarket;

  @BeforeAll
  static void create() {
    fixture = new PlacesFixture();
    places = fixture.places;
    pho = register("Quán Phở Hà", "eating-place", fixture.communeA);
    market = register("Chợ Đồng Tâm", "market", fixture.communeB);
    farMarket = register("Chợ Đồng Xa", "market", fixture.elsewhere);
  }

  @AfterAll
  static void drop() {
    fixture.close();
  }

  @Test
  void aTextWithoutAccentsFindsTheName() {
    assertThat(found(officer(fixture.province), "pho ha")).containsExactly(pho);
    assertThat(found(officer(fixture.province), "PHỞ")).containsExactly(pho);
    assertThat(found(officer(fixture.province), "ha pho le loi")).containsExactly(pho);
    assertThat(found(officer(fixture.province), "dong tam")).containsExactly(market);
    assertThat(found(officer(fixture.province), "cho pho")).isEmpty();
    assertThat(found(officer(fixture.province), "!& | ':*")).isEmpty();
    PlaceCard card = places.byPublicId(pho).orElseThrow();
    assertThat(found(officer(fixture.province), card.code().shown())).containsExactly(pho);
    assertRefused(
        "places.refused.search-too-long", () -> found(officer(fixture.province), "a".repeat(101)));
  }

  @Test
  void eachFilterNarrows() {
    Actor all = Actor.program();
    assertThat(ids(all, new PlaceFilter(null, fixture.province, null, null, null)))
        .contains(pho, market)
        .doesNotContain(farMarket);
    assertThat(ids(all, new PlaceFilter(null, fixture.communeA, null, null, null)))
        .contains(pho)
        .doesNotContain(market);
    assertThat(ids(all, new PlaceFilter("cho", null, "market", null, null)))
        .containsExactlyInAnyOrder(market, farMarket);
    assertThat(ids(all, new PlaceFilter(null, null, null, "industry-and-trade", Status.OPEN)))
        .containsExactlyInAnyOrder(market, farMarket);
    assertThat(ids(all, new PlaceFilter(null, null, "market", null, Status.CLOSED))).isEmpty();
  }

  @Test
  void anOfficerSeesAndTouchesOnlyTheirOwnCommune() {
    Actor other = officer(fixture.communeB);
    assertThat(found(other, "pho")).isEmpty();
    assertRefused("places.refused.not-found", () -> places.get(other, pho));
    assertRefused("places.refused.not-found", () -> places.approve(other, pho, null, NOW));
    assertRefused("places.refused.not-found", () -> places.close(other, pho, "đóng", NOW));
    assertRefused("places.refused.not-found", () -> places.replaceCode(other, pho, "mất", NOW));
    int revision = places.get(Actor.program(), pho).revision();
    Registration stolen = fixture.registration("Quán lấy", "eating-place", fixture.communeB);
    assertRefused(
        "places.refused.not-found", () -> places.correct(other, pho, stolen, revision, NOW));
    assertRefused(
        "places.refused.not-found", () -> places.get(officer(fixture.communeA), UUID.randomUUID()));
  }

  @Test
  void aSectorSeesItsOwnKindsWithinItsArea() {
    Actor trade = sector("industry-and-trade", fixture.province);
    assertThat(found(trade, "")).contains(market).doesNotContain(pho, farMarket);
    assertRefused("places.refused.not-found", () -> places.get(trade, pho));
    assertRefused("access.forbidden", () -> places.close(trade, market, "đóng", NOW));
  }

  @Test
  void anOwnerSeesOnlyTheirOwn() {
    PlaceCard card = places.byPublicId(pho).orElseThrow();
    Actor owner = owner(77, card.number());
    assertThat(found(owner, "")).containsExactly(pho);
    assertRefused("places.refused.not-found", () -> places.get(owner, market));
    assertRefused("access.forbidden", () -> places.approve(owner, pho, null, NOW));

    UUID second = places.register(owner, registration("Quán Phở Hà 2", fixture.elsewhere), NOW);
    assertThat(places.byPublicId(second).orElseThrow().status()).isEqualTo(Status.SUBMITTED);
    assertThat(found(owner, "")).containsExactly(second, pho);
  }

  @Test
  void aKeeperSeesNoList() {
    Actor keeper = staff(5, Role.KEEPER, new Scope.OfUnit(fixture.communeA));
    assertRefused("access.forbidden", () -> found(keeper, ""));
  }

  @Test
  void pagesByKeyNeitherRepeatNorLoseARowWhileOthersArrive() {
    int commune = fixture.elsewhere;
    loadMany(commune, 95, "Trang");
    List<Long> seen = new ArrayList<>();
    String after = null;
    do {
      Page<PlaceRow> page =
          places.list(
              officer(commune), new PlaceFilter("trang", null, null, null, null), after, 10);
      page.rows().forEach(row -> seen.add(row.number()));
      after = page.next();
      loadMany(commune, 1, "Trang mới " + seen.size());
    } while (after != null);

    assertThat(seen).hasSize(95).doesNotHaveDuplicates();
    assertThat(seen).isSortedAccordingTo((left, right) -> Long.compare(right, left));
  }

  @Test
  void approvalsArePagedByWaitingTime() {
    Actor owner = owner(78, places.byPublicId(pho).orElseThrow().number());
    List<UUID> waiting = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      Registration one = registration("Chờ duyệt " + i, fixture.communeB);
      waiting.add(places.register(owner, one, NOW.plusSeconds(i / 3)));
    }
    List<UUID> seen = new ArrayList<>();
    String after = null;
    do {
      Page<PlaceRow> page = places.approvals(officer(fixture.communeB), after, 2);
      page.rows().forEach(row -> seen.add(row.publicId()));
      after = page.next();
    } while (after != null);

    assertThat(seen).isEqualTo(waiting);
  }

  @Test
  void absurdPagesAreRefused() {
    for (int rows : new int[] {-1, 0, 501, Integer.MAX_VALUE}) {
      assertRefused(
          "kernel.page-size", () -> places.list(Actor.program(), PlaceFilter.all(), null, rows));
    }
    for (String key : List.of("", "x", "1.5", "99999999999999999999")) {
      assertRefused(
          "places.refused.page-key",
          () -> places.list(Actor.program(), PlaceFilter.all(), key, 10));
    }
    for (String key : List.of("", "1", "1.x", "99999999999999999999.1", "1.1.1")) {
      assertRefused("places.refused.page-key", () -> places.approvals(Actor.program(), key, 10));
    }
  }

  @Test
  void loadedPlacesAreOpenAndKeepTheirOrder() {
    long[] numbers = loadMany(fixture.elsewhere, 1_200, "Nạp");

    assertThat(numbers).hasSize(1_200);
    Set<Long> distinct = new HashSet<>();
    for (long number : numbers) {
      distinct.add(number);
    }
    assertThat(places.cards(distinct)).hasSize(1_200);
    assertThat(places.settings(distinct)).hasSize(1_200);
    PlaceCard last = places.find(numbers[1_199]).orElseThrow();
    assertThat(last.name()).isEqualTo("Nạp 1199");
    assertThat(last.accepts(NOW)).isTrue();
  }

  private static long[] loadMany(int commune, int count, String name) {
    return places.load(
        IntStream.range(0, count)
            .mapToObj(i -> fixture.registration(name + " " + i, "clinic", commune))
            .map(facts -> new NewPlace(facts, null, null))
            .iterator(),
        NOW);
  }

  private static List<UUID> found(Actor actor, @Nullable String text) {
    return ids(actor, new PlaceFilter(text, null, null, null, null));
  }

  private static List<UUID> ids(Actor actor, PlaceFilter filter) {
    return places.list(actor, filter, null, 500).rows().stream().map(PlaceRow::publicId).toList();
  }

  private static UUID register(String name, String type, int commune) {
    return places.register(Actor.program(), fixture.registration(name, type, commune), NOW);
  }

  private static Registration registration(String name, int commune) {
    return fixture.registration(name, "eating-place", commune);
  }
}
