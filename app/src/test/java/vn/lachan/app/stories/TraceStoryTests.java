package vn.lachan.app.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import vn.lachan.app.access.Role;
import vn.lachan.app.access.Scope;
import vn.lachan.app.places.PlaceCard;

/** Somebody tests positive, and the tracer sees whom they met. */
class TraceStoryTests extends Story {
  @Test
  void aCaseShowsItsContactsWithReasonsAndTheyAreTickedOff() throws IOException {
    String phone = World.phone();
    PlaceCard place = world.place();
    world.visit(world.person("Nguyễn Văn Bệnh", phone), place, 0, 60);
    world.visit(world.person("Trần Thị Gần", World.phone()), place, 10, 40);

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
    tracer.press("Địa điểm");
    tracer.sees(place.name());
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
    tracer.press("Xuất CSV");
    Download file = tracer.page.waitForDownload(() -> tracer.press("Xuất danh sách"));
    return Files.readString(file.path());
  }
}
