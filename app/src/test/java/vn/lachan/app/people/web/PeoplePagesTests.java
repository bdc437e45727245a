package vn.lachan.app.people.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.lachan.app.Browser;
import vn.lachan.app.ProgramTest;
import vn.lachan.app.access.Accounts;
import vn.lachan.app.access.Grant;
import vn.lachan.app.access.Role;
import vn.lachan.app.access.Scope;
import vn.lachan.app.people.Claim;
import vn.lachan.app.people.People;
import vn.lachan.app.people.Source;
import vn.lachan.engine.scan.PersonName;
import vn.lachan.engine.scan.PhoneNumber;

@ProgramTest
class PeoplePagesTests {
  private static final int COMMUNE = 2_315_664;
  private static final String PHONE = "0355123987";
  private static final String NUMBER = "038085009911";

  @LocalServerPort private int port;
  @Autowired private Accounts accounts;
  @Autowired private People people;

  private Browser officer;
  private String address;

  @BeforeEach
  void create() {
    long account =
        accounts
            .byUsername("people.officer")
            .orElseGet(
                () ->
                    accounts.create(
                        "people.officer", "Cán bộ thử", "mat-khau-dai", false, Instant.now()));
    accounts.grant(account, new Grant(Role.COMMUNE, new Scope.OfUnit(COMMUNE)), 0, Instant.now());
    officer = Browser.signedIn(port, "people.officer", "mat-khau-dai");
    long person = people.identify(claim("Phạm Thị Lụa"), Instant.now()).person();
    people.identify(claim("Phạm Văn Gấm"), Instant.now());
    address = "/people/" + people.publicId(person);
  }

  @Test
  void aPersonIsFoundMaskedAndOpenedWithAPurpose() {
    HttpResponse<String> found = officer.submit("/people", "/people/find", "text", PHONE);
    assertThat(found.statusCode()).isEqualTo(200);
    assertThat(found.body()).contains("Phạm T. ***", "035***3987", "tự khai", address);
    assertThat(found.body()).doesNotContain("Lụa");

    HttpResponse<String> masked = officer.get(address);
    assertThat(masked.body()).contains("Phạm T. ***", "Cùng số căn cước").doesNotContain("Lụa");

    HttpResponse<String> refused =
        officer.submit(address, address + "/open", "purpose", "OTHER", "note", "");
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("Cần ghi mục đích").doesNotContain("Lụa");

    HttpResponse<String> opened =
        officer.submit(address, address + "/open", "purpose", "TRACE", "note", "gọi hỏi");
    assertThat(opened.statusCode()).isEqualTo(200);
    assertThat(opened.body()).contains("Phạm Thị Lụa", NUMBER, PHONE);
    assertThat(opened.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
  }

  @Test
  void aNameIsFoundMaskedForAPurposeThatIsAskedOnce() {
    HttpResponse<String> asked = officer.submit("/people", "/people/find", "text", "pham lua");
    assertThat(asked.statusCode()).isEqualTo(422);
    assertThat(asked.body()).contains("Cần ghi mục đích", "value=\"pham lua\"");

    HttpResponse<String> found =
        officer.submit("/people", "/people/find", "text", "pham lua", "purpose", "TRACE");
    assertThat(found.statusCode()).isEqualTo(200);
    assertThat(found.body()).contains("Phạm T. ***", address).doesNotContain("Lụa");
    assertThat(officer.get("/people").body()).contains("value=\"TRACE\" selected");
    assertThat(officer.submit("/people", "/people", "text", "pham lua").body()).contains(address);

    HttpResponse<String> wrong = officer.submit("/people", "/people/find", "text", "12 lua");
    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(wrong.body()).contains("Đây không phải số điện thoại");
    HttpResponse<String> part =
        officer.post(
            "/people/find",
            Browser.hiddenFields(officer.get("/people").body()),
            "text",
            "x",
            "purpose",
            "TRACE");
    assertThat(part.body()).contains("Gõ ít nhất 2 chữ cái");
  }

  @Test
  void anIdentityIsDestroyedOnlyWithBasisAndConfirmationAndLeavesALine() {
    long person = people.identify(claim("Phạm Thị Hủy"), Instant.now()).person();
    String page = "/people/" + people.publicId(person) + "/destroy";
    HttpResponse<String> unsure =
        officer.submit(page, page, "reason", "REQUESTED", "basis", "Đơn 7");
    assertThat(unsure.statusCode()).isEqualTo(422);
    assertThat(unsure.body()).contains("Chưa có gì bị hủy", "value=\"Đơn 7\"");
    HttpResponse<String> done =
        officer.submit(page, page, "reason", "REQUESTED", "basis", "Đơn 7", "sure", "true");
    assertThat(done.statusCode()).isEqualTo(302);
    assertThat(officer.get("/people/destructions").body())
        .contains("Đơn 7")
        .doesNotContain(people.publicId(person).toString());
  }

  @Test
  void aHouseholdIsFoundedAndSomebodyAddedByNumber() {
    String home = address + "/home";
    assertThat(
            officer
                .submit(
                    home,
                    home + "/found",
                    "kind",
                    "FAMILY",
                    "since",
                    "2026-01-05",
                    "saidBy",
                    "PERSON")
                .statusCode())
        .isEqualTo(302);
    String page = officer.get(home).body();
    assertThat(page).contains("05/01/2026", "người này", "Cán bộ thử");
    String join = page.replaceAll("(?s).*action=\"(/people/[^\"]+/join)\".*", "$1");
    HttpResponse<String> future =
        officer.post(
            join,
            Browser.hiddenFields(page),
            "text",
            NUMBER,
            "since",
            "2999-01-01",
            "saidBy",
            "PERSON");
    assertThat(future.statusCode()).isEqualTo(422);
    assertThat(future.body()).contains("Chưa có gì được ghi");
  }

  @Test
  void aPhoneIsConfirmedACodeIssuedAndARecordCorrected() {
    HttpResponse<String> confirmed =
        officer.submit(address, address + "/confirm-phone", "phone", PHONE);
    assertThat(confirmed.statusCode()).isEqualTo(302);
    assertThat(officer.get(address).body()).contains("Đã xác nhận số điện thoại.", "đã xác thực");
    assertThat(officer.submit(address, address + "/new-code").body()).contains("LC1P-");

    HttpResponse<String> form = officer.submit(address, address + "/edit");
    assertThat(form.body()).contains("Phạm Thị Lụa", "name=\"version\"");
    Map<String, String> hidden = Browser.hiddenFields(form.body());
    HttpResponse<String> wrong =
        officer.post(
            address + "/correct",
            hidden,
            "name",
            "Phạm Thị Lụa",
            "birth",
            "31/02/1985",
            "citizenNumber",
            NUMBER,
            "unit",
            "" + COMMUNE,
            "reason",
            "DOCUMENT_SEEN");
    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(wrong.body()).contains("31/02/1985", "Ngày sinh không đúng");
    HttpResponse<String> saved =
        officer.post(
            address + "/correct",
            hidden,
            "name",
            "Phạm Thị Lụa",
            "birth",
            "28/02/1985",
            "sex",
            "",
            "citizenNumber",
            NUMBER,
            "unit",
            "" + COMMUNE,
            "reason",
            "DOCUMENT_SEEN");
    assertThat(saved.statusCode()).isEqualTo(302);
    assertThat(officer.submit(address, address + "/open", "purpose", "CORRECT").body())
        .contains("1985-02-28");
  }

  @Test
  void aPairIsComparedSettledAndSeparatedAgain() {
    String list = officer.get("/people/duplicates").body();
    assertThat(list).contains("Cùng số căn cước", "Phạm T. ***", "Phạm V. ***");
    String open = list.replaceAll("(?s).*action=\"(/people/duplicates/\\d+/open)\".*", "$1");

    HttpResponse<String> both = officer.submit("/people/duplicates", open);
    assertThat(both.body()).contains("Phạm Thị Lụa", "Phạm Văn Gấm");
    HttpResponse<String> merged =
        officer.post(
            open.replace("/open", "/same"),
            Browser.hiddenFields(both.body()),
            "reason",
            "DOCUMENT_SEEN");
    assertThat(merged.statusCode()).isEqualTo(302);
    String page = officer.get(address).body();
    assertThat(page).contains("Đã xem giấy tờ", "/unmerge");
    HttpResponse<String> second =
        officer.post(open.replace("/open", "/different"), Browser.hiddenFields(both.body()));
    assertThat(second.statusCode()).isEqualTo(409);
    assertThat(second.body()).contains("Cán bộ thử đã gộp hai hồ sơ");
    assertThat(officer.get("/people/merges").body()).contains("Cán bộ thử");
    String unmerge = page.replaceAll("(?s).*action=\"(/people/[^\"]+/unmerge)\".*", "$1");
    assertThat(officer.post(unmerge, Browser.hiddenFields(page)).statusCode()).isEqualTo(302);
    assertThat(officer.get("/people/duplicates").body()).contains(open);
  }

  @Test
  void aStrangerIsSentAwayAndTheApiAnswersWithAProblem() {
    assertThat(new Browser(port).get(address).statusCode()).isIn(302, 401);
    assertThat(officer.get("/people/00000000-0000-4000-8000-000000000000").statusCode())
        .isEqualTo(404);
    HttpResponse<String> anonymous =
        new Browser(port)
            .post(
                "/api/v1/people/search",
                "{\"text\":\"%s\"}".formatted(PHONE),
                List.of("Content-Type", "application/json", "Accept", "application/json"));
    assertThat(anonymous.statusCode()).isIn(401, 403);
    assertThat(anonymous.body()).doesNotContain("Phạm");
  }

  private static Claim claim(String name) {
    return new Claim(
        null,
        NUMBER,
        new PhoneNumber("84" + PHONE.substring(1)),
        false,
        new PersonName(name),
        1985,
        null,
        null,
        COMMUNE,
        Source.KEEPER);
  }
}
