package vn.lachan.app.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.lachan.app.TestWorld;
import vn.lachan.app.access.Role;
import vn.lachan.app.access.Scope;
import vn.lachan.app.places.PlaceCard;

/** Somebody tests positive, and the tracer sees whom they met. */
class TraceStoryTests extends Story {
  private static final int CROWD = 2_000;
  private static final int CHOSEN = 30;

  @Test
  void aCaseShowsItsContactsWithReasonsAndTheyAreTickedOff() throws IOException {
    String phone = TestWorld.phone();
    PlaceCard place = world.place();
    world.visit(world.person("Nguyễn Văn Bệnh", phone), place, 0, 60);
    world.visit(world.person("Trần Thị Gần", TestWorld.phone()), place, 10, 40);

    Somebody tracer = atDesk().signIn(world.account(Role.TRACER, new Scope.Everywhere()));
    openCase(tracer, phone);
    tracer.sees("Trần T. ***");
    tracer.sees("Cùng ở " + place.name() + " 40 phút");

    tracer.press("Trần T. ***");
    tracer.page.locator("#beside h2").waitFor();
    tracer.press("Mở để gọi");
    tracer.sees("Trần Thị Gần");
    tickOffAndUndo(tracer);
    assertThat(exported(tracer)).contains("Trần Thị Gần", "Lê Thị Chuyện").doesNotContain("***");

    tracer.press("Dòng thời gian");
    tracer.page.locator(".case-scroll .bar").first().waitFor();
    tracer.page.waitForLoadState();
    tracer.page.keyboard().press("4");
    tracer.page.locator("#case-map[data-drawn]").waitFor();
    tracer.sees(place.name());
  }

  @Test
  void aGraphOfTwoThousandIsDrawnAndWalkedThroughAndThirtyAreAssigned() {
    String phone = TestWorld.phone();
    PlaceCard place = world.place();
    world.visit(world.person("Nguyễn Văn Bệnh", phone), place, 0, 60);
    world.crowd(CROWD, place);
    Somebody tracer = atDesk().signIn(world.account(Role.TRACER, new Scope.Everywhere()));
    openCase(tracer, phone);

    tracer.page.keyboard().press("2");
    tracer.page.locator("#graph[data-drawn]").waitFor();
    tracer.press("Mở hết nhóm");
    assertThat(tracer.page.locator("#graph svg *").count()).isBetween(CROWD, 5 * CROWD);
    tracer.page.locator("#graph svg").focus();
    for (String key : List.of("ArrowRight", "ArrowRight", "ArrowDown", "Enter")) {
      tracer.page.keyboard().press(key);
    }
    tracer.page.locator("#beside h2").waitFor();
    assertThat(tracer.page.locator("#graph [data-path]").innerText()).contains(place.name());

    tracer.page.keyboard().press("1");
    tracer.page.locator("#list").waitFor();
    tracer.page.waitForLoadState();
    for (int row = 0; row < CHOSEN; row++) {
      tracer.page.keyboard().press("j");
      tracer.page.keyboard().press("x");
    }
    tracer.sees(CHOSEN + " người đã chọn");
    tracer.press("Giao cho…");
    tracer.page.locator("#ask[open] .btn-primary").click();
    tracer.sees("0 người");
    tracer.sees(CHOSEN + " người đã như vậy rồi");
  }

  private void openCase(Somebody tracer, String phone) {
    tracer.open("/casework/new");
    tracer.fill("search", phone);
    tracer.press("Tìm người");
    tracer.sees("Nguyễn V. ***");
    tracer.fill("onset", world.yesterday().toString());
    tracer.press("Xem khoảng truy vết");
    tracer.sees("trước ngày khởi phát");
    tracer.press("Mở ca và tìm");
    tracer.page.waitForURL(url -> !url.endsWith("/new") && url.contains("/casework/"));
  }

  private static void tickOffAndUndo(Somebody tracer) {
    tracer.page.locator("#list button[name=reached]").first().click();
    tracer.sees("Đã ghi 1 người");
    tracer.page.locator("#list .tag-ok").first().waitFor();
    tracer.press("Hoàn tác");
    tracer.page.locator("#list button[name=reached]").first().waitFor();
    assertThat(tracer.page.locator("#list .tag-ok").count()).isZero();
  }

  private static String exported(Somebody tracer) throws IOException {
    tracer.page.locator(".head-actions button").first().click();
    tracer.page.locator("#ask[open] input[name=names][value=true]").check();
    Download file = tracer.page.waitForDownload(() -> tracer.press("Tải CSV"));
    return Files.readString(file.path());
  }
}
