package vn.lachan.app.places;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lachan.app.Browser;
import vn.lachan.app.ProgramTest;
import vn.lachan.app.access.Actor;
import vn.lachan.app.access.Grant;
import vn.lachan.app.access.Keepers;
import vn.lachan.app.access.Role;
import vn.lachan.app.access.Scope;
import vn.lachan.app.units.Hierarchy;
import vn.lachan.app.units.Units;

/** A badge counts from its printing until its keeper goes. */
@ProgramTest
class BadgePagesTests {
  @LocalServerPort private int port;
  @Autowired private Places places;
  @Autowired private Keepers keepers;
  @Autowired private Badges badges;
  @Autowired private Units units;
  @Autowired private JdbcClient jdbc;
  @Autowired private Clock clock;

  @Test
  void aBadgeEndsWithItsKeeper() {
    Instant now = clock.instant();
    PlaceCard place = place(now);
    var grant = new Grant(Role.OWNER, new Scope.OfPlace(place.number()));
    var owner = new Actor(1, "Chủ điểm", Actor.Kind.OWNER, List.of(grant));
    assertThatThrownBy(() -> badges.pdf(owner, place.publicId(), "https://a.vn", now))
        .hasMessage("places.badge.refused.none");
    Keepers.Invitation invitation = keepers.invite(owner, place.number(), now);
    keepers.accept(invitation.token(), "Anh Trực Thẻ", "mat-khau-dai", now);
    assertThat(badges.pdf(owner, place.publicId(), "https://a.vn", now))
        .startsWith('%', 'P', 'D', 'F');
    badges.pdf(owner, place.publicId(), "https://a.vn", now);

    String code =
        jdbc.sql("select code from places.badge where place = :place")
            .param("place", place.number())
            .query(String.class)
            .single();
    var visitor = new Browser(port);
    assertThat(visitor.get("/places/badge/" + code).body())
        .contains("Thẻ còn hiệu lực", "Anh Trực Thẻ", "Chợ Thẻ");
    long assignment = keepers.list(owner, place.number()).getFirst().assignment();
    keepers.revoke(owner, place.number(), assignment, now);
    assertThat(visitor.get("/places/badge/" + code).body())
        .contains("Thẻ không còn hiệu lực")
        .doesNotContain("Anh Trực Thẻ");
    assertThat(visitor.get("/places/badge/0000000000").statusCode()).isEqualTo(404);
  }

  private PlaceCard place(Instant now) {
    int commune =
        units
            .children(units.byCode("96", Hierarchy.WITHOUT_DISTRICTS_FROM).orElseThrow().id())
            .getFirst()
            .id();
    var registration =
        new Registration(
            "Chợ Thẻ",
            "market",
            "Số 1 đường Thẻ",
            commune,
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null);
    return places.byPublicId(places.register(Actor.program(), registration, now)).orElseThrow();
  }
}
