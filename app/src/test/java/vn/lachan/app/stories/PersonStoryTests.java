package vn.lachan.app.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.WaitForSelectorState;
import org.junit.jupiter.api.Test;
import vn.lachan.app.TestWorld;
import vn.lachan.app.access.Role;
import vn.lachan.app.access.Scope;

/** A tracer finds two records of one man by his name, merges, undoes and merges again. */
class PersonStoryTests extends Story {
  @Test
  void twoRecordsOfOneManAreFoundMergedUndoneAndMergedAgain() {
    world.person("Vàng A Quyểnh", TestWorld.phone());
    world.person("Vàng A Quyểnh", TestWorld.phone());
    Somebody tracer = atDesk().signIn(world.account(Role.TRACER, new Scope.Everywhere()));

    tracer.open("/people");
    tracer.fill("text", "vang quyenh");
    tracer.sees("Chọn mục đích ở trên");
    tracer.page.selectOption("#purpose", "TRACE");
    tracer.sees("2 người");
    merge(tracer);
    tracer.press("Hoàn tác lần gộp vừa rồi");
    notice(tracer, "Đã tách thành hai người");

    tracer.page.fill("#everything", "vang quyenh");
    tracer.page.press("#everything", "Enter");
    tracer.press("Tìm người tên");
    tracer.sees("2 người");
    assertThat(tracer.page.url()).doesNotContainIgnoringCase("quyenh");
    merge(tracer);

    tracer.open("/people");
    tracer.fill("text", "quyenk");
    tracer.sees("2 hồ sơ đã gộp");
    tracer.page.press("#text", "ArrowDown");
    tracer.page.press("#text", "Enter");
    tracer.page.waitForURL("**/people/*-*");
    tracer.sees("Tách ra");
    tracer.open("/people/merges");
    assertThat(tracer.page.locator("main tbody tr").count()).isGreaterThanOrEqualTo(2);
    assertThat(tracer.overflow()).isZero();
  }

  private static void merge(Somebody tracer) {
    Locator boxes = tracer.page.locator("#compare input[type=checkbox]");
    boxes.nth(0).check();
    boxes.nth(1).check();
    tracer.press("So sánh hai hồ sơ");
    tracer.sees("Một hay hai người?");
    tracer.page.selectOption("#reason", "STATED_BY_PERSON");
    tracer.press("Gộp hai hồ sơ");
    notice(tracer, "Đã gộp hai hồ sơ");
  }

  private static void notice(Somebody tracer, String words) {
    tracer
        .page
        .locator(".alert-success")
        .getByText(words)
        .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.VISIBLE));
  }
}
