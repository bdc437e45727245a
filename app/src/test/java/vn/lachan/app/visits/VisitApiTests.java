package vn.lachan.app.visits;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.lachan.app.Browser;
import vn.lachan.app.ProgramTest;
import vn.lachan.app.access.Accounts;
import vn.lachan.app.access.Role;
import vn.lachan.app.access.Tokens;
import vn.lachan.app.places.PlaceCard;
import vn.lachan.app.places.Places;
import vn.lachan.app.units.Units;

/** Visits sent by another system. */
@ProgramTest
class VisitApiTests {
  @LocalServerPort private int port;
  @Autowired private Accounts accounts;
  @Autowired private Tokens tokens;
  @Autowired private Places places;
  @Autowired private Units units;

  private VisitWorld world;
  private PlaceCard place;
  private String token;
  private Instant hourAgo;

  @BeforeEach
  void create() {
    world = new VisitWorld(accounts, tokens, places, units);
    place = world.place();
    token = world.token(Role.TRACER);
    hourAgo = Instant.ofEpochSecond(Instant.now().getEpochSecond()).minus(Duration.ofHours(1));
  }

  @Test
  void aVisitIsRecordedOnceThenDepartsThenIsListedAndWithdrawn() {
    String phone = VisitWorld.phone();
    String visit = visit(place, phone, hourAgo, "");
    HttpResponse<String> first = post("/api/v1/visits", visit);
    assertThat(first.statusCode()).as(first.body()).isEqualTo(201);
    assertThat(first.body()).contains("\"outcome\":\"stored\"");
    HttpResponse<String> again = post("/api/v1/visits", visit);
    assertThat(again.statusCode()).isEqualTo(200);
    assertThat(again.body()).contains("\"outcome\":\"already\"");
    String person = again.body().replaceAll(".*\"person\":\"([^\"]+)\".*", "$1");

    String departure =
        "{\"place\":\"%s\",\"person\":\"%s\",\"leftAt\":\"%s\"}"
            .formatted(place.code().shown(), person, hourAgo.plusSeconds(600));
    assertThat(post("/api/v1/visits/departures", departure).body()).contains("departed");
    assertThat(post("/api/v1/visits/departures", departure).body()).contains("already");

    String listed = list();
    assertThat(listed)
        .contains(person, "Ngô T. ***", hourAgo.plusSeconds(600).toString(), "\"api\"")
        .doesNotContain("Mười", phone);
    String withdrawal =
        "{\"place\":\"%s\",\"person\":\"%s\",\"enteredAt\":\"%s\",\"reason\":\"test\"}"
            .formatted(place.publicId(), person, hourAgo);
    assertThat(post("/api/v1/visits/withdraw", withdrawal).statusCode()).isEqualTo(204);
    assertThat(post("/api/v1/visits/withdraw", withdrawal).statusCode()).isEqualTo(404);
    assertThat(post("/api/v1/visits", visit).body()).contains("withdrawn-earlier");
    assertThat(list()).doesNotContain(person);
  }

  @Test
  void everyLineOfABatchIsAnsweredOnItsOwn() {
    String first = VisitWorld.phone();
    String batch =
        String.join(
            "\n",
            visit(place, first, hourAgo, ",\"key\":\"k1\""),
            "{not json",
            "",
            visit(place, VisitWorld.phone(), hourAgo.plus(Duration.ofDays(2)), ",\"key\":\"k4\""),
            visit(place, first, hourAgo, ",\"key\":\"k5\""),
            "{\"place\":\"ABC\"}",
            visit(world.place(world.otherCommune, null), first, hourAgo, ""),
            "null",
            visit(
                place,
                first,
                hourAgo,
                ",\"clockCorrectionSeconds\":-9000,\"originalEnteredAt\":\"x\""));

    List<String> answers = post("/api/v1/visits/batch", batch).body().lines().toList();

    assertThat(answers).hasSize(9);
    assertThat(answers.get(0)).contains("\"line\":1", "\"key\":\"k1\"", "\"stored\"");
    assertThat(answers.get(1))
        .contains("\"line\":2", "refused", "visits.refused.malformed", "chưa được ghi");
    assertThat(answers.get(2)).contains("visits.refused.malformed");
    assertThat(answers.get(3)).contains("\"key\":\"k4\"", "visits.refused.future");
    assertThat(answers.get(4)).contains("\"line\":5", "\"already\"");
    assertThat(answers.get(5)).contains("visits.scan.place-code-too-short");
    assertThat(answers.get(6)).contains("visits.refused.unknown-place");
    assertThat(answers.get(7)).contains("visits.refused.malformed");
    assertThat(answers.get(8)).contains("visits.refused.malformed");
  }

  @Test
  void aBatchBeyondTheLimitIsRefusedWhole() {
    String line = visit(place, VisitWorld.phone(), hourAgo, "");
    String lines =
        IntStream.range(0, 10_001).mapToObj(number -> "{}").collect(Collectors.joining("\n"));
    HttpResponse<String> many = post("/api/v1/visits/batch", line + "\n" + lines.substring(3));
    assertThat(many.statusCode()).as(many.body()).isEqualTo(413);
    assertThat(many.body()).contains("visits.refused.too-many-lines");
    HttpResponse<String> large = post("/api/v1/visits/batch", line + "\n" + "x".repeat(5_000_000));
    assertThat(large.statusCode()).isEqualTo(413);
    assertThat(list()).contains("\"rows\":[]");
  }

  @Test
  void absurdRequestsAreRefused() {
    assertThat(post("/api/v1/visits", "{").statusCode()).isEqualTo(422);
    assertThat(post("/api/v1/visits", "{}").statusCode()).isEqualTo(422);
    assertThat(post("/api/v1/visits/departures", "{}").statusCode()).isEqualTo(422);
    String nobody =
        "{\"place\":\"%s\",\"enteredAt\":\"%s\"}".formatted(place.code().symbols(), hourAgo);
    assertThat(post("/api/v1/visits", nobody).body()).contains("visits.refused.unnamed-person");
    HttpResponse<String> unknown =
        new Browser(port).post("/api/v1/visits", "{}", List.of("Content-Type", "application/json"));
    assertThat(unknown.statusCode()).isEqualTo(401);
    token = world.token(Role.COMMUNE);
    assertThat(post("/api/v1/visits", "{}").statusCode()).isEqualTo(403);
  }

  private String list() {
    String day = VisitDays.dayOf(hourAgo.getEpochSecond()).toString();
    return new Browser(port)
        .get(
            "/api/v1/visits?place=" + place.publicId() + "&day=" + day,
            "Authorization",
            token,
            "Accept",
            "application/json")
        .body();
  }

  private HttpResponse<String> post(String path, String body) {
    return new Browser(port)
        .post(
            path,
            body,
            List.of("Content-Type", "application/json", "Authorization", token, "Accept", "*/*"));
  }

  private static String visit(PlaceCard place, String phone, Instant enteredAt, String more) {
    return "{\"place\":\"%s\",\"phone\":\"%s\",\"name\":\"Ngô Thị Mười\",\"enteredAt\":\"%s\"%s}"
        .formatted(place.code().symbols(), phone, enteredAt, more);
  }
}
