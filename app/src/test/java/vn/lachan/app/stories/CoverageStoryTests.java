package vn.lachan.app.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import vn.lachan.app.TestWorld;
import vn.lachan.app.access.Role;
import vn.lachan.app.access.Scope;
import vn.lachan.app.places.PlaceCard;

/** A commune sees what has no code, goes to a place, records what is wrong and goes again. */
class CoverageStoryTests extends Story {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21aa", "wcag22aa");

  @Test
  void whatHasNoCodeIsFoundAndWhatIsWrongIsFollowed() {
    PlaceCard place = world.place();
    String officer = world.account(Role.COMMUNE, world.inCommune());
    String name = "Quán chưa khai " + TestWorld.phone();
    Somebody desk = atDesk().signIn(officer);
    list(desk, name);
    seesItMissing(desk, name);
    inspect(onPhone().signIn(officer), place);
    goesAgain(desk, place);
    department(place);
  }

  private void list(Somebody desk, String name) {
    desk.open("/places/obliged/new");
    desk.fill("document", "Danh sách chợ, tháng này");
    desk.fill("entries", name + "; Thôn 3; Quán không có; " + world.commune().code());
    desk.press("Ghi vào danh mục");
    desk.sees("Chưa ghi gì");
    desk.fill("entries", name + "; Thôn 3; Cơ sở ăn uống; " + world.commune().code());
    desk.press("Ghi vào danh mục");
    desk.sees(name);
    isAccessible(desk);
  }

  /** Figures follow within moments; until then the page shows the ones before. */
  private void seesItMissing(Somebody desk, String name) {
    String figure = ".figure:has-text('biết là có mà chưa có mã') strong";
    Instant latest = Instant.now().plus(PATIENCE);
    desk.open("/places/coverage?by=type");
    while (desk.page.locator(figure).first().innerText().strip().equals("0")) {
      assertThat(Instant.now()).as("the entry is counted").isBefore(latest);
      desk.open("/places/coverage?by=type");
    }
    isAccessible(desk);
    desk.page.locator(".figure:has-text('biết là có mà chưa có mã')").click();
    desk.sees(name);
    desk.open("/places/coverage/places?figure=registered");
    isAccessible(desk);
  }

  private void inspect(Somebody phone, PlaceCard place) {
    phone.open("/places/inspections/new");
    phone.fill("code", place.code().shown());
    phone.press("Mở biểu ghi");
    phone.sees(place.name());
    isAccessible(phone);
    assertThat(phone.overflow()).isZero();
    phone.page.check("input[name='answer.registered'][value=met]");
    phone.page.check("input[name='answer.displayed'][value=missed]");
    phone.page.check("input[name='answer.controlled'][value=met]");
    phone.page.check("input[name=outcome][value=compliant]");
    phone.press("Ghi kiểm tra");
    phone.sees("không kết luận Đạt được");
    phone.page.check("input[name=outcome][value=reminder]");
    phone.fill("due", Instant.now().atZone(TestWorld.ZONE).toLocalDate().toString());
    phone.fill("demand", "Treo mã ở lối vào");
    phone.press("Ghi kiểm tra");
    phone.sees("Đang nhắc");
    isAccessible(phone);
    phone.press("Biên bản");
    phone.sees("BIÊN BẢN");
    isAccessible(phone);
    assertThat(phone.overflow()).isZero();
  }

  private void goesAgain(Somebody desk, PlaceCard place) {
    desk.open("/places/inspections?show=due");
    desk.sees(place.name());
    isAccessible(desk);
    desk.press(place.name());
    desk.press("Kiểm tra lại");
    for (String item : List.of("registered", "displayed", "controlled")) {
      desk.page.check("input[name='answer." + item + "'][value=met]");
    }
    desk.page.check("input[name=outcome][value=compliant]");
    desk.press("Ghi kiểm tra");
    desk.sees("Lần trước");
    desk.open("/places/inspections?show=followed");
    desk.sees(place.name());
  }

  private void department(PlaceCard place) {
    var other = new Scope.OfSector("education", Objects.requireNonNull(world.commune().parentId()));
    Somebody education = atDesk().signIn(world.account(Role.SECTOR, other));
    education.open("/places/inspections");
    assertThat(education.page.content()).doesNotContain(place.name());
  }

  private static void isAccessible(Somebody somebody) {
    List<Rule> violations = new AxeBuilder(somebody.page).withTags(RULES).analyze().getViolations();
    assertThat(violations)
        .as(somebody.page.url())
        .extracting(rule -> rule.getId() + ": " + rule.getNodes().getFirst().getHtml())
        .isEmpty();
  }
}
