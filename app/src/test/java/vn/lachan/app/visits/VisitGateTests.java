package vn.lachan.app.visits;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lachan.app.Browser;
import vn.lachan.app.ProgramTest;
import vn.lachan.app.access.Accounts;
import vn.lachan.app.access.Role;
import vn.lachan.app.access.Scope;
import vn.lachan.app.access.Tokens;
import vn.lachan.app.people.Claim;
import vn.lachan.app.people.IssuedCode;
import vn.lachan.app.people.People;
import vn.lachan.app.people.PersonalCodes;
import vn.lachan.app.people.Source;
import vn.lachan.app.people.TestDevice;
import vn.lachan.app.places.PlaceCard;
import vn.lachan.app.places.Places;
import vn.lachan.app.units.Units;
import vn.lachan.engine.scan.PersonName;
import vn.lachan.engine.scan.PhoneNumber;

/** The keeper's gate and the page of a place's day, without any script. */
@ProgramTest
class VisitGateTests {
  private static final String CARD =
      "038090%06d||Lê Thị Hoa|05031990|Nam|Thôn 3, Xã Dân Lực, Thanh Hóa|10052021";

  @LocalServerPort private int port;
  @Autowired private Accounts accounts;
  @Autowired private Tokens tokens;
  @Autowired private Places places;
  @Autowired private Units units;
  @Autowired private JdbcClient jdbc;
  @Autowired private People people;
  @Autowired private PersonalCodes codes;

  private VisitWorld world;
  private PlaceCard place;
  private String gate;
  private Browser keeper;

  @BeforeEach
  void create() {
    world = new VisitWorld(accounts, tokens, places, units);
    place = world.place();
    gate = "/visits/gate/" + place.publicId();
    keeper = world.staff(port, Role.KEEPER, new Scope.OfPlace(place.number()));
  }

  @Test
  void aCardIsRecordedInAndAReaderThatBeepsTwiceOnce() {
    String card = CARD.formatted(place.number());
    assertThat(keeper.get(gate).body()).contains(place.name(), "name=\"text\"", "Chưa có ai");

    assertThat(scan(card)).contains("alert-success", "Đã ghi vào", "Lê T. ***");
    assertThat(scan(card)).contains("Vừa quét");
    assertThat(keeper.get(gate).body())
        .contains("<strong><span>1</span>", "Lê T. ***")
        .doesNotContain("Hoa");
  }

  @Test
  void anOldEntryIsCheckedOutAutomatically() {
    String card = CARD.formatted(place.number() + 1);
    scan(card);
    jdbc.sql(
            "update visits.visit set entered_at = entered_at - interval '1 minute' where place = :p")
        .param("p", place.number())
        .update();

    assertThat(scan(card)).contains("Đã ghi ra");
    assertThat(keeper.get(gate).body()).contains("<strong><span>0</span>");
  }

  @Test
  void aPhoneAloneAsksForTheName() {
    String phone = VisitWorld.phone();
    assertThat(scan(phone))
        .contains("alert-warning", "name=\"name\"", "Chưa có gì được ghi", phone);

    HttpResponse<String> named =
        keeper.submit(gate, gate, "text", phone, "name", "Vũ Văn Chín", "typed", "true");
    assertThat(named.body()).contains("Đã ghi vào", "Vũ V. ***");
  }

  @Test
  void whatIsNobodyIsRefusedInWords() {
    assertThat(scan(place.code().shown())).contains("alert-danger", "mã của chính điểm này");
    assertThat(scan(world.place().code().symbols())).contains("mã của một điểm khác");
    assertThat(scan("xyz???")).contains("alert-warning", "Chưa có gì được ghi");
    assertThat(scan("912345")).contains("alert-warning", "Số điện thoại có 10 chữ số");
    assertThat(scan("LC1P-0000-0000-0000-0001")).contains("alert-danger");
    assertThat(scan("038199%06d||Lê Thị Hoa|05031980|Nữ|Thôn 3|10052021".formatted(place.number())))
        .contains("alert-warning", "Đã ghi vào", "sinh năm 1999");
  }

  @Test
  void aCheckOutWithoutEntryIsKeptAndSaid() {
    String page =
        keeper
            .submit(gate, gate, "text", CARD.formatted(place.number() + 2), "direction", "out")
            .body();
    assertThat(page).contains("alert-warning", "Chưa thấy lượt vào");
  }

  @Test
  void aFragmentIsAnsweredToHtmx() {
    String latest = keeper.get(gate + "/latest", "HX-Request", "true").body();
    assertThat(latest).contains("id=\"latest\"").doesNotContain("<html");
  }

  @Test
  void aGateOutOfReachIsNotFound() {
    UUID elsewhere = world.place(world.otherCommune, null).publicId();
    assertThat(keeper.get("/visits/gate/" + elsewhere).statusCode()).isEqualTo(404);
    assertThat(keeper.get("/visits/places/" + elsewhere).statusCode()).isEqualTo(404);
    assertThat(new Browser(port).get(gate).statusCode()).isNotEqualTo(200);
  }

  @Test
  void theDayIsShownMaskedAndAVisitCanBeWithdrawn() {
    scan(CARD.formatted(place.number() + 3));
    String day = "/visits/places/" + place.publicId();
    assertThat(keeper.get(day).body())
        .contains("Lê T. ***", "Cổng quét", "<svg", "<rect")
        .doesNotContain("Rút lại", "Hoa");
    assertThat(keeper.get(day + "?day=2020-01-01").body()).contains("Không có lượt nào");
    assertThat(keeper.get(day + "?day=x").statusCode()).isEqualTo(422);
    assertThat(keeper.get(day + "?after=x").statusCode()).isEqualTo(422);

    Browser tracer = world.staff(port, Role.TRACER, new Scope.OfUnit(world.commune));
    String body = tracer.get(day).body();
    HttpResponse<String> withdrawn =
        tracer.post(day + "/withdraw", Browser.hiddenFields(body), "reason", "wrong-person");
    assertThat(withdrawn.statusCode()).isEqualTo(302);
    assertThat(tracer.get(day).body()).contains("Không có lượt nào");
    assertThat(
            jdbc.sql("select reason from visits.withdrawn_visit where place = :p")
                .param("p", place.number())
                .query(String.class)
                .single())
        .isEqualTo("wrong-person");
  }

  @Test
  void aSignedCodeIsTakenAndOneForgedRevokedOrStaleIsRedWithWords() {
    Instant now = Instant.now();
    long person =
        people
            .identify(
                new Claim(
                    null,
                    null,
                    new PhoneNumber("84912%06d".formatted(place.number())),
                    false,
                    new PersonName("Lê Thị Hoa"),
                    null,
                    null,
                    null,
                    place.unit(),
                    Source.KEEPER),
                now)
            .person();
    TestDevice device = new TestDevice();
    IssuedCode issued = codes.forDevice(person, device.publicKey(), now);

    assertThat(scan(device.shows(issued, Instant.now()))).contains("alert-success", "Lê T. ***");
    assertThat(scan(device.shows(issued, now.minusSeconds(120))))
        .contains("alert-danger", "không phải của lúc này");
    assertThat(scan(new TestDevice().shows(issued, Instant.now())))
        .contains("alert-danger", "không do hệ thống này cấp");
    assertThat(scan(issued.text())).contains("alert-danger", "thiếu xác nhận của máy");
    codes.revoke(person, issued.issue(), Instant.now().minusSeconds(1));
    assertThat(scan(device.shows(issued, Instant.now()))).contains("alert-danger", "đã bị thu hồi");
    assertThat(scan("HS4010120878821|4e677579e1bb856e2056c4836e20416e|31/01/1990|1|x"))
        .contains("alert-danger", "thẻ bảo hiểm y tế", "Nguyễn V. ***")
        .doesNotContain("Văn An");
  }

  private String scan(String text) {
    return keeper.submit(gate, gate, "text", text, "typed", "false").body();
  }
}
