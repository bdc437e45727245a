package vn.lachan.app.tracing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.lachan.app.Browser;
import vn.lachan.app.ProgramTest;
import vn.lachan.app.access.Actor;
import vn.lachan.app.access.Grant;
import vn.lachan.app.access.Role;
import vn.lachan.app.access.Scope;
import vn.lachan.app.places.PlaceCard;
import vn.lachan.app.places.Places;
import vn.lachan.app.places.Registration;
import vn.lachan.app.units.Hierarchy;
import vn.lachan.app.units.Units;

/** A place and a window made public: who was there is found, and residents find only themselves. */
@ProgramTest
class ItineraryTests {
  private static final AtomicInteger SERIAL = new AtomicInteger(1);
  private static final String WORDS = "Xin tự theo dõi sức khỏe 14 ngày, gọi 1900 9095 khi sốt.";

  @LocalServerPort private int port;
  @Autowired private Itineraries itineraries;
  @Autowired private Places places;
  @Autowired private Units units;

  private Instant now;
  private PlaceCard place;
  private Actor tracer;

  @BeforeEach
  void register() {
    now = Instant.now();
    var communes =
        units.children(units.byCode("96", Hierarchy.WITHOUT_DISTRICTS_FROM).orElseThrow().id());
    int unit = communes.get(4).id();
    UUID id =
        places.register(
            Actor.program(),
            new Registration(
                "Chợ Mốc " + SERIAL.getAndIncrement(),
                "eating-place",
                "Số 1",
                unit,
                null,
                null,
                "always",
                null,
                null,
                null,
                null,
                null),
            now);
    place = places.byPublicId(id).orElseThrow();
    tracer = actor(Role.TRACER, unit);
  }

  @Test
  void whoWasThereIsFoundAndAPhoneFindsOnlyItself() {
    var visitor = new Browser(port);
    String door = "/d/" + place.code().symbols();
    visitor.get(door);
    visitor.submit(door, door + "/enter", "phone", phone(), "name", "Nguyễn Thị Mốc");
    var other = new Browser(port);
    other.get(door);
    UUID id = publish();

    assertThat(itineraries.countPresent(tracer, id)).isEqualTo(1);
    assertThat(itineraries.present(tracer, id, null, 50).rows())
        .singleElement()
        .satisfies(row -> assertThat(row.person().name()).endsWith("***"));
    String page = new Browser(port).get("/tracing/itineraries").body();
    assertThat(page).contains(place.name(), WORDS).doesNotContain("Mốc ***", "CB-");
    assertThat(new Browser(port).get("/api/v1/tracing/itineraries").body())
        .contains(place.name(), "\"id\":\"" + id)
        .doesNotContain("person");

    var mine = visitor.submit("/tracing/itineraries", "/tracing/itineraries/check");
    assertThat(mine.body()).contains(place.name(), WORDS);
    assertThat(mine.headers().firstValue("Cache-Control")).hasValue("no-store");
    assertThat(other.submit("/tracing/itineraries", "/tracing/itineraries/check").body())
        .doesNotContain(place.name());

    itineraries.withdraw(tracer, id, "ghi nhầm giờ", now);
    assertThat(new Browser(port).get("/tracing/itineraries").body()).doesNotContain(place.name());
    assertThat(visitor.submit("/tracing/itineraries", "/tracing/itineraries/check").body())
        .doesNotContain(place.name());
    assertThatThrownBy(() -> itineraries.withdraw(tracer, id, "lần nữa", now))
        .hasMessage("tracing.refused.itinerary-gone");
  }

  @Test
  void whatPointsAtSomebodyOrLiesOutsideIsRefused() {
    check("window", now, now.minus(Duration.ofHours(1)), WORDS);
    check("window", now.minus(Duration.ofDays(4)), now, WORDS);
    check("window", now, now.plus(Duration.ofHours(1)), WORDS);
    check("old", now.minus(Duration.ofDays(30)), now.minus(Duration.ofDays(29)), WORDS);
    check("words", hoursAgo(2), now, " ");
    check("words", hoursAgo(2), now, "a".repeat(1_001));
    check("names", hoursAgo(2), now, "Bệnh nhân 1234 đã ở đây");
    check("names", hoursAgo(2), now, "Ca CB-12 đã ở đây");
    check("names", hoursAgo(2), now, "Gọi anh Ba 0912 345 678");
    assertThatThrownBy(
            () ->
                itineraries.publish(
                    tracer, new NewItinerary("KHONGCO1", hoursAgo(2), now, WORDS, null), now))
        .hasMessage("tracing.refused.itinerary-place");
    Actor away = actor(Role.TRACER, 1);
    assertThatThrownBy(() -> itineraries.publish(away, itinerary(), now.plusSeconds(600)))
        .hasMessage("tracing.refused.itinerary-reach");
    UUID id = publish();
    assertThatThrownBy(() -> itineraries.present(away, id, null, 50))
        .hasMessage("tracing.refused.itinerary-missing");
    assertThatThrownBy(() -> itineraries.publish(actor(Role.PROVINCE, null), itinerary(), now))
        .hasMessage("access.forbidden");
  }

  private void check(String code, Instant from, Instant to, String words) {
    String typed = place.code().symbols();
    assertThatThrownBy(
            () -> itineraries.publish(tracer, new NewItinerary(typed, from, to, words, null), now))
        .as(words)
        .hasMessage("tracing.refused.itinerary-" + code);
  }

  private UUID publish() {
    return itineraries.publish(tracer, itinerary(), now.plusSeconds(600));
  }

  private NewItinerary itinerary() {
    return new NewItinerary(
        place.publicId().toString(), hoursAgo(1), now.plusSeconds(300), WORDS, null);
  }

  private Instant hoursAgo(int hours) {
    return now.minus(Duration.ofHours(hours));
  }

  private static String phone() {
    return "09" + (16_000_000 + SERIAL.getAndIncrement());
  }

  private static Actor actor(Role role, @Nullable Integer unit) {
    Scope scope = unit == null ? new Scope.Everywhere() : new Scope.OfUnit(unit);
    return new Actor(9_301, "Cán bộ", Actor.Kind.STAFF, List.of(new Grant(role, scope)));
  }
}
