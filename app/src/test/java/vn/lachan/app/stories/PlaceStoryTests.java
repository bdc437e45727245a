package vn.lachan.app.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.SelectOption;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import vn.lachan.app.TestWorld;
import vn.lachan.app.access.Role;

/** A shop gets its code, and somebody with a telephone enters and leaves. */
class PlaceStoryTests extends Story {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Pattern CODE = Pattern.compile("\\b(\\d{6})\\b");

  @Test
  void aShopIsRegisteredApprovedAndVisited() {
    String name = "Phở Hạnh " + TestWorld.phone();
    String phone = TestWorld.phone();
    register(onPhone(), name, phone);
    String code = approve(name);
    visit(code, name);
    ownersSeeTheirPlace(phone, name);
  }

  @Test
  void anOfficerMarksAPlaceOnTheMapWithoutAMouse() {
    String name = "Chợ Đồng " + TestWorld.phone();
    Somebody officer = atDesk().signIn(world.account(Role.COMMUNE, world.inCommune()));
    officer.open("/places/new");
    officer.fill("name", name);
    officer.page.selectOption("#type", new SelectOption().setValue("eating-place"));
    officer.page.locator("#unit-search").pressSequentially(world.commune().name());
    officer.page.waitForCondition(() -> officer.page.locator("#unit option[data-at]").count() > 0);
    officer.page.selectOption(
        "#unit", new SelectOption().setValue(String.valueOf(world.commune().id())));
    officer.fill("address", name);
    officer.page.locator("[data-open][aria-expanded]").press("Enter");
    Locator map = officer.page.locator("[data-map]:has(canvas)");
    map.press("ArrowUp");
    map.press("Enter");
    officer.sees("Đã chọn vị trí trên bản đồ");
    assertThat(officer.page.inputValue("#latitude")).isNotBlank();
    assertThat(officer.overflow()).isZero();
    officer.page.locator("#address").press("Enter");
    officer.press(name);
    officer.sees("Đã đánh dấu trên bản đồ");
  }

  private void register(Somebody owner, String name, String phone) {
    owner.open("/places/register?q=" + world.commune().name());
    owner.press(world.commune().fullName());
    owner.fill("name", name);
    owner.page.selectOption("#type", new SelectOption().setValue("eating-place"));
    owner.fill("address", name);
    owner.fill("ownerName", "Lê Thị Hạnh");
    owner.fill("ownerPhone", phone);
    owner.press("Gửi mã");
    owner.fill("code", codeSent(phone, 1));
    owner.press("Xác nhận");
    owner.sees("Xã sẽ xem và duyệt");
    assertThat(owner.overflow()).isZero();
  }

  private String approve(String name) {
    Somebody officer = atDesk().signIn(world.account(Role.COMMUNE, world.inCommune()));
    officer.open("/places/approvals");
    officer.press(name);
    officer.page.waitForURL("**/places/*-*");
    officer.press("Duyệt");
    officer.sees("Đang mở");
    APIResponse poster = officer.page.request().get(officer.page.url() + "/poster.pdf");
    assertThat(poster.headers()).containsEntry("content-type", "application/pdf");
    assertThat(poster.body()).hasSizeGreaterThan(10_000).startsWith('%', 'P', 'D', 'F');
    return officer.page.locator(".facts code").first().innerText();
  }

  private void visit(String code, String name) {
    Somebody visitor = onPhone();
    visitor.open("/d/" + code);
    visitor.sees(name);
    visitor.fill("phone", TestWorld.phone());
    visitor.fill("name", "Nguyễn Văn Khách");
    visitor.press("Tôi vào đây");
    visitor.sees("Đã vào lúc");
    visitor.press("Ra về");
    visitor.sees("Đã ra");

    visitor.open("/d/" + code);
    assertThat(visitor.page.locator("input:visible").count()).as("one tap is enough").isZero();
    visitor.press("Tôi vào đây");
    visitor.sees("Đã vào lúc");
    assertThat(visitor.overflow()).isZero();

    visitor.open("/d/" + mistyped(code));
    visitor.sees("Chưa có gì được ghi");
  }

  private void ownersSeeTheirPlace(String phone, String name) {
    Somebody owner = onPhone();
    owner.open("/sign-in/phone");
    owner.fill("phone", phone);
    owner.press("Nhận mã");
    owner.fill("code", codeSent(phone, 2));
    owner.press("Đăng nhập");
    owner.sees(name);
    owner.open("/places");
    owner.press(name);
    owner.press("Người trực");
    owner.press("Mời người trực");
    String invitation = owner.page.inputValue("#link");

    Somebody keeper = onPhone();
    keeper.open(invitation);
    keeper.fill("displayName", "Anh Trực");
    keeper.fill("password", TestWorld.PASSWORD);
    keeper.press("Nhận việc");
    String username = keeper.page.locator(".code").innerText();
    keeper.signIn(username).sees(name);
  }

  /** The code of the newest of so many messages to that phone; sending takes a moment. */
  private String codeSent(String phone, int messages) {
    Somebody handset = onPhone();
    handset.open("/messaging/handset");
    var toPhone =
        new Locator.FilterOptions().setHasText("***" + phone.substring(phone.length() - 3));
    Instant latest = Instant.now().plus(PATIENCE);
    while (handset.page.locator("article").filter(toPhone).count() < messages) {
      assertThat(Instant.now()).as("the code was sent").isBefore(latest);
      handset.press("Tải lại");
    }
    Matcher code =
        CODE.matcher(handset.page.locator("article").filter(toPhone).first().innerText());
    assertThat(code.find()).isTrue();
    return code.group(1);
  }

  private static String mistyped(String code) {
    char last = code.charAt(code.length() - 1);
    return code.substring(0, code.length() - 1) + (last == 'A' ? 'B' : 'A');
  }
}
