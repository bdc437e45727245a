package vn.lachan.app.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Keyboard;
import org.junit.jupiter.api.Test;
import vn.lachan.app.TestWorld;
import vn.lachan.app.access.Role;
import vn.lachan.app.access.Scope;
import vn.lachan.app.places.PlaceCard;

/** A guard with a reader that types, and no hand free for a mouse. */
class GateStoryTests extends Story {
  @Test
  void aCardAndAPhoneAreRecordedByKeyboardAlone() {
    PlaceCard place = world.place();
    Somebody guard = atDesk().signIn(world.account(Role.KEEPER, new Scope.OfPlace(place.number())));
    guard.press(place.name());
    guard.page.waitForURL("**/visits/gate/**");
    Keyboard keys = guard.page.keyboard();

    keys.type("038090%06d||Lê Thị Hoa|05031990|Nam|Thôn 3|10052021".formatted(place.number()));
    keys.press("Enter");
    guard.sees("Lê T. ***");

    keys.type(TestWorld.phone());
    keys.press("Enter");
    guard.sees("Chưa có gì được ghi");
    keys.type("Trần Thị Bình");
    keys.press("Enter");
    guard.sees("Trần T. ***");

    keys.type("038090000001|Lê Thị Hoa|05031990|Nam|Thôn 3|10052021");
    keys.press("Enter");
    guard.sees("Thẻ chỉ đọc được 6 mục");
    assertThat(guard.page.locator("#latest .figure strong").innerText()).startsWith("2");
    assertThat(guard.page.locator("main").innerText()).doesNotContain("Hoa", "Bình");
  }
}
