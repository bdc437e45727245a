package vn.lachan.app.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.lachan.app.TestWorld;
import vn.lachan.app.access.Actor;
import vn.lachan.app.access.Role;
import vn.lachan.app.access.Scope;
import vn.lachan.app.casework.CaseFacts;
import vn.lachan.app.casework.Cases;
import vn.lachan.app.casework.NewCase;
import vn.lachan.app.places.PlaceCard;

/** The police ask for a contact of a case; the authority decides; the person is told of it. */
class PrivacyStoryTests extends Story {
  @Autowired private Cases cases;

  @Test
  void anAgencySeesWhatWasApprovedAndThePersonLearnsOfIt() {
    String phone = TestWorld.phone();
    PlaceCard place = world.place();
    long index = world.person("Nguyễn Văn Nguồn", TestWorld.phone());
    world.visit(index, place, 0, 60);
    world.visit(world.person("Trần Thị Gần", phone), place, 10, 40);
    long number = open(index);

    Somebody police = atDesk().signIn(world.account(Role.AGENCY, world.inCommune()));
    police.open("/privacy/agency/new");
    police.fill("agency", "Công an tỉnh");
    police.fill("officer", "Đại uý Lê Văn An");
    police.fill("paper", "12/CAT");
    police.fill("legalBasis", "Luật Phòng bệnh 2025");
    police.fill("case", "CB-" + number);
    police.fill("persons", phone);
    police.page.check("input[value=NAME]");
    police.page.check("input[value=PHONE]");
    police.press("Gửi yêu cầu");
    police.sees("Chờ duyệt");
    String request = police.page.url();

    Somebody authority = atDesk().signIn(world.account(Role.PROVINCE, new Scope.Everywhere()));
    authority.open(request);
    authority.press("Mở để xét duyệt");
    authority.sees("Thuộc ca");
    accessible(authority);
    authority.page.uncheck("input[value=PHONE]");
    authority.press("Duyệt cấp dữ liệu");
    authority.sees("Đã duyệt");

    police.open(request);
    police.press("Mở dữ liệu được cấp");
    police.sees("Trần Thị Gần");
    accessible(police);
    assertThat(police.page.content()).doesNotContain(phone.substring(1), "Nguyễn Văn Nguồn");

    Somebody officer = atDesk().signIn(world.account(Role.PRIVACY, new Scope.Everywhere()));
    answer(officer, phone);
    officer.sees("Cơ quan khác mở dữ liệu được cấp");
    officer.sees("Công an tỉnh");
    assertThat(officer.page.content()).doesNotContain("Nguyễn Văn Nguồn");
    accessible(officer);
  }

  private long open(long index) {
    var facts = new CaseFacts(true, world.yesterday(), null, null, null, null, world.yesterday());
    var newCase = new NewCase(world.people().publicId(index), null, null, "COVID-19", facts, null);
    return cases.open(Actor.program(), newCase, Instant.now()).number();
  }

  /** Takes a request for access, finds the person, grants it and makes the answer. */
  private static void answer(Somebody officer, String phone) {
    officer.open("/privacy/requests/enter");
    officer.fill("name", "Trần Thị Gần");
    officer.fill("contact", phone);
    officer.press("Ghi yêu cầu");
    officer.press("Mở nội dung");
    officer.sees("Lần mở này đã được ghi lại");
    officer.press("Tìm");
    officer.press("Là người này");
    officer.press("Đã báo cho người yêu cầu");
    officer.press("Ghi quyết định");
    accessible(officer);
    officer.press("Bản in");
  }
}
