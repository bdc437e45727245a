package vn.lachan.app.people.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.lachan.app.Browser;
import vn.lachan.app.ProgramTest;
import vn.lachan.app.access.Accounts;
import vn.lachan.app.access.Grant;
import vn.lachan.app.access.Role;
import vn.lachan.app.access.Scope;
import vn.lachan.app.audit.Act;
import vn.lachan.app.audit.Audit;
import vn.lachan.app.audit.EntryFilter;
import vn.lachan.app.people.Claim;
import vn.lachan.app.people.People;
import vn.lachan.app.people.Source;
import vn.lachan.engine.scan.PersonName;
import vn.lachan.engine.scan.PhoneNumber;

/** What an auditor does with the record: who opened this person's name, and the proof of it. */
@ProgramTest
class AuditPagesTests {
  private static final String PASSWORD = "mat-khau-dai";

  private static final int COMMUNE = 2_315_664;

  @LocalServerPort private int port;
  @Autowired private Accounts accounts;
  @Autowired private Audit audit;
  @Autowired private People people;

  @Test
  void whoOpenedAPersonsNameIsFoundShownAndTakenOut() {
    long person = person();
    UUID publicId = people.publicId(person);
    audit.record(new Act(0, "people.open", "=1+1", 77L, null, 1, List.of(person)));
    Browser auditor = auditor("kiem.toan.mot", new Scope.Everywhere());

    String list = auditor.get("/audit?person=" + publicId + "&kind=people.open").body();
    assertThat(list).contains("Mở tên và nhân thân", "ca 77").doesNotContain("people.openpeople");

    long number = audit.entries(EntryFilter.about(List.of(person)), 1).rows().getFirst().number();
    assertThat(auditor.get("/audit/" + number).body())
        .contains(publicId.toString())
        .doesNotContain("Nguyễn Thị Kiểm Toán");

    HttpResponse<String> csv =
        auditor.submit(
            "/audit?person=" + publicId,
            "/audit/export",
            "format",
            "csv",
            "person",
            publicId.toString());
    assertThat(csv.statusCode()).isEqualTo(200);
    assertThat(csv.body()).contains("'=1+1", publicId.toString(), "people.open");
    assertThat(audit.entries(EntryFilter.about(List.of(person)), 5).rows().getFirst().kind())
        .as("taking it out is an act about the person too")
        .isEqualTo("audit.export");

    assertThat(auditor.get("/audit?person=" + UUID.randomUUID()).body())
        .contains("Không có dòng nào");
    assertThat(auditor.get("/audit?person=nobody&actor=nobody").statusCode()).isEqualTo(200);
    assertThat(auditor.get("/audit/999999999999").statusCode()).isEqualTo(404);
  }

  @Test
  void theHeadCanBeKeptOutside() {
    audit.record(Act.of(0, "access.sign-in"));
    Browser auditor = auditor("kiem.toan.hai", new Scope.Everywhere());

    // The first block may not be made yet: the program makes one a second.
    assertThat(auditor.get("/audit/head.jsonl").statusCode()).isIn(200, 404);
    assertThat(auditor.get("/audit/key.pem").body())
        .contains("PUBLIC KEY")
        .doesNotContain("PRIVATE");
    assertThat(auditor.get("/audit/head").statusCode()).isEqualTo(200);
  }

  @Test
  void aPartOfTheRecordIsForNobody() {
    Browser operator = signedIn("dieu.hanh.kt", Role.OPERATOR, new Scope.Everywhere());
    for (String page : List.of("/audit", "/audit/1", "/audit/head", "/audit/key.pem")) {
      assertThat(operator.get(page).statusCode()).as(page).isEqualTo(403);
    }
  }

  private long person() {
    return people
        .identify(
            new Claim(
                null,
                null,
                new PhoneNumber("84987001122"),
                false,
                new PersonName("Nguyễn Thị Kiểm Toán"),
                1985,
                null,
                null,
                COMMUNE,
                Source.KEEPER),
            Instant.now())
        .person();
  }

  private Browser auditor(String username, Scope scope) {
    return signedIn(username, Role.AUDITOR, scope);
  }

  private Browser signedIn(String username, Role role, Scope scope) {
    long account = accounts.create(username, "Người Xem", PASSWORD, false, Instant.now());
    accounts.grant(account, new Grant(role, scope), 0, Instant.now());
    return Browser.signedIn(port, username, PASSWORD);
  }
}
