package vn.lachan.app.visits;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lachan.app.Browser;
import vn.lachan.app.ProgramTest;
import vn.lachan.app.access.Accounts;
import vn.lachan.app.access.Tokens;
import vn.lachan.app.places.PlaceCard;
import vn.lachan.app.places.Places;
import vn.lachan.app.units.Units;
import vn.lachan.engine.scan.PersonName;
import vn.lachan.engine.scan.PhoneNumber;

/** A visitor's own phone at the door, without any script. */
@ProgramTest
class VisitDoorTests {
  @LocalServerPort private int port;
  @Autowired private Accounts accounts;
  @Autowired private Tokens tokens;
  @Autowired private Places places;
  @Autowired private Units units;
  @Autowired private JdbcClient jdbc;
  @Autowired private Visits visits;

  private VisitWorld world;

  @BeforeEach
  void create() {
    world = new VisitWorld(accounts, tokens, places, units);
  }

  @Test
  void theFirstVisitAsksTheNextIsOneTap() {
    PlaceCard place = world.place();
    String page = "/d/" + place.code().symbols();
    var visitor = new Browser(port);
    HttpResponse<String> first = visitor.get(page);
    assertThat(first.body()).contains(place.name(), "name=\"phone\"", "đồng ý");

    String phone = VisitWorld.phone();
    HttpResponse<String> entered =
        visitor.submit(page, page + "/enter", "phone", phone, "name", "Nguyễn Thị Hoa");
    assertThat(entered.statusCode()).isEqualTo(302);
    assertThat(entered.headers().allValues("Set-Cookie"))
        .anyMatch(cookie -> cookie.startsWith("lachan-phone=") && cookie.contains("HttpOnly"));
    String inside = visitor.get(page).body();
    assertThat(inside).contains("Đã vào lúc", "Ra về").doesNotContain("Hoa", phone);

    assertThat(visitor.submit(page, page + "/leave").statusCode()).isEqualTo(302);
    assertThat(visitor.get(page).body()).contains("Đã ra lúc", "Tôi vào đây");
    PlaceCard next = world.place();
    String nextPage = "/d/" + next.code().symbols();
    assertThat(visitor.get(nextPage).body()).contains("chỉ cần bấm một lần");
    assertThat(visitor.submit(nextPage, nextPage + "/enter").statusCode()).isEqualTo(302);
    assertThat(visitor.get(nextPage).body()).contains("Đã vào lúc");
    assertThat(count(next)).isEqualTo(1);
  }

  @Test
  void whoLeavesAndComesBackWithinOneSecondIsInside() {
    PlaceCard place = world.place();
    Instant now = Instant.now();
    var visitor =
        Visitor.Claimed.of(
            new PhoneNumber("84" + VisitWorld.phone().substring(1)), new PersonName("Lê Văn Vội"));
    var stranger = new OwnPhone(null, "browser-" + place.number());
    String token = visits.enter(place.code(), visitor, stranger, now).newToken();
    var phone = new OwnPhone(token, stranger.browser());
    Instant left = visits.leave(place.code(), phone, now);
    Instant again = visits.enter(place.code(), null, phone, now).enteredAt();

    assertThat(again).isEqualTo(left);
    assertThat(visits.door(place.code(), phone, now).enteredAt()).isEqualTo(again);
    assertThat(count(place)).isEqualTo(2);
  }

  @Test
  void aSecondTapRecordsNothingMore() {
    PlaceCard place = world.place();
    String page = "/d/" + place.code().symbols();
    var visitor = new Browser(port);
    var hidden = Browser.hiddenFields(visitor.get(page).body());
    String phone = VisitWorld.phone();
    for (int tap = 0; tap < 3; tap++) {
      assertThat(
              visitor
                  .post(page + "/enter", hidden, "phone", phone, "name", "Trần Văn Ba")
                  .statusCode())
          .isEqualTo(302);
    }
    assertThat(count(place)).isEqualTo(1);
  }

  @Test
  void whoeverTypesAnothersNameSeesNothingOfTheirVisits() {
    PlaceCard place = world.place();
    String page = "/d/" + place.code().symbols();
    String phone = VisitWorld.phone();
    var victim = new Browser(port);
    victim.submit(page, page + "/enter", "phone", phone, "name", "Lê Văn Tám");

    PlaceCard elsewhere = world.place();
    String other = "/d/" + elsewhere.code().symbols();
    var stranger = new Browser(port);
    stranger.submit(other, other + "/enter", "phone", phone, "name", "Lê Văn Tám");
    assertThat(stranger.get(page).body()).doesNotContain("Đã vào lúc");
  }

  @Test
  void aMistypedCodeSaysWhatIsWrongAndOffersABox() {
    PlaceCard place = world.place();
    String code = place.code().symbols();
    String wrong = (code.charAt(0) == '2' ? '3' : '2') + code.substring(1);
    var visitor = new Browser(port);

    HttpResponse<String> page = visitor.get("/d/" + wrong);
    assertThat(page.statusCode()).isEqualTo(422);
    assertThat(page.body()).contains("Chưa có gì được ghi", "name=\"code\"");
    HttpResponse<String> found =
        visitor.get("/d?code=" + place.code().shown().toLowerCase(Locale.ROOT));
    assertThat(found.headers().firstValue("Location").orElseThrow()).endsWith("/d/" + code);
    assertThat(visitor.get("/d").statusCode()).isEqualTo(200);
    assertThat(visitor.get("/d/%3Cscript%3E").body()).doesNotContain("<script>");
  }

  @Test
  void anEventThatHasNotBegunSaysSo() {
    PlaceCard event = world.place(world.commune, Instant.now().plus(Duration.ofDays(1)));
    var visitor = new Browser(port);
    String page = "/d/" + event.code().symbols();

    assertThat(visitor.get(page).body()).contains("chưa bắt đầu").doesNotContain("name=\"phone\"");
  }

  @Test
  void aFormWithAMistakeIsShownAgainWithWhatWasTyped() {
    PlaceCard place = world.place();
    String page = "/d/" + place.code().symbols();
    var visitor = new Browser(port);

    HttpResponse<String> refused =
        visitor.submit(page, page + "/enter", "phone", "0912", "name", "Phạm Thị \"Sáu\"");

    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("Số điện thoại thiếu", "value=\"0912\"", "&quot;Sáu&quot;");
    assertThat(visitor.submit(page, page + "/leave").statusCode()).isEqualTo(422);
    assertThat(
            visitor
                .post(
                    page + "/enter",
                    "phone=0912345678&name=A",
                    List.of("Content-Type", "application/x-www-form-urlencoded"))
                .statusCode())
        .as("without the form's token")
        .isNotEqualTo(302);
  }

  private long count(PlaceCard place) {
    return jdbc.sql("select count(*) from visits.visit where place = :place")
        .param("place", place.number())
        .query(Long.class)
        .single();
  }
}
