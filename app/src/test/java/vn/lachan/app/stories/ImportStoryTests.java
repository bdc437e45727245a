package vn.lachan.app.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import vn.lachan.app.TestWorld;
import vn.lachan.app.access.Role;

/** An officer brings a spreadsheet, mends one row, prints, and enters one more place by hand. */
class ImportStoryTests extends Story {
  @Test
  void aSpreadsheetBecomesPlacesAndPosters() throws IOException {
    String tag = TestWorld.phone();
    Somebody officer = atDesk().signIn(world.account(Role.COMMUNE, world.inCommune()));
    officer.open("/places");
    officer.press("Nhập từ tệp");
    officer.page.setInputFiles("#file", table(tag));
    officer.press("Tải lên");
    officer.sees("Cột nào là gì");
    officer.sees("đã đổi sang Unicode");
    officer.sees("Số điện thoại còn thiếu hoặc không đúng");
    assertThat(officer.overflow()).isZero();
    officer.page.selectOption("#meaning-0", "eating-place");
    officer.press("Nhập 3 dòng");

    officer.sees("Dòng 3");
    officer.page.locator("#owner-phone-3").fill("0912 345 678");
    officer.page.locator("#owner-phone-3").press("Enter");
    officer.page.locator("#line-3[data-state=accepted]").waitFor();
    officer.page.reload();
    assertThat(officer.page.locator(".figure").first().innerText()).contains("3");

    officer.press("In áp phích các điểm");
    officer.press("Tạo tệp PDF");
    officer.sees("Tải tệp PDF");
    Download file = officer.page.waitForDownload(() -> officer.press("Tải tệp PDF"));
    assertThat(Files.readAllBytes(file.path())).startsWith('%', 'P', 'D', 'F');
    byHand(officer, tag);
  }

  /** The keyboard alone, from the first field to the list of what was entered. */
  private void byHand(Somebody officer, String tag) {
    officer.open("/places/new?unit=" + world.commune().id() + "&type=market");
    officer.page.keyboard().type("Chợ Tay " + tag);
    officer.page.focus("#address");
    officer.page.keyboard().type("Số 9");
    officer.page.keyboard().press("Control+Enter");
    officer.sees("Nhập điểm tiếp theo");
    assertThat(officer.page.inputValue("#type")).isEqualTo("market");
    assertThat(officer.page.inputValue("#unit")).isEqualTo("" + world.commune().id());
    officer.press("Bỏ");
    officer.page.getByText("Đã đóng điểm nhập nhầm").waitFor();
    assertThat(officer.page.locator("#content").innerText()).doesNotContain("Chợ Tay " + tag);
  }

  /** In TCVN3, as an old program exports it; the second row has no phone. */
  private FilePayload table(String tag) {
    String commune = world.commune().code();
    String rows =
        """
        Tªn c¬ së;Lo¹i h×nh;§Þa chØ;M· x·;Chñ c¬ së;Sè ®iÖn tho¹i
        Qu¸n Phë Hµ %1$s;Qu¸n c¬m;Sè 1 Lª Lîi;%2$s;;
        Qu¸n C¬m B×nh %1$s;Qu¸n c¬m;Sè 2 Lª Lîi;%2$s;TrÇn ThÞ B×nh;kh«ng cã
        Qu¸n Bón BÐ %1$s;Qu¸n c¬m;Sè 3 Lª Lîi;%2$s;;
        """
            .formatted(tag, commune);
    return new FilePayload("danh-sach.csv", "text/csv", rows.getBytes(StandardCharsets.ISO_8859_1));
  }
}
