package vn.lachan.app.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext.ClearCookiesOptions;
import org.junit.jupiter.api.Test;
import vn.lachan.app.TestWorld;
import vn.lachan.app.access.Role;
import vn.lachan.app.places.PlaceCard;

/** The session ends while somebody types: nothing typed is lost. */
class ExpiredSessionStoryTests extends Story {
  @Test
  void whatWasTypedIsSentAfterSigningInAgain() {
    PlaceCard place = world.place();
    String username = world.account(Role.COMMUNE, world.inCommune());
    Somebody officer = onPhone().signIn(username);
    officer.open("/places/" + place.publicId() + "/correct");
    String name = place.name() + " mới";
    officer.fill("name", name);

    officer.page.context().clearCookies(new ClearCookiesOptions().setName("lachan-session"));
    officer.press("Lưu");
    officer.sees("Phiên làm việc đã hết");
    officer.fill("username", username);
    officer.fill("password", TestWorld.PASSWORD);
    officer.press("Đăng nhập");
    officer.press("Gửi lại");

    officer.page.waitForURL("**/places/" + place.publicId());
    assertThat(officer.page.locator("h1").innerText()).isEqualTo(name);
  }
}
