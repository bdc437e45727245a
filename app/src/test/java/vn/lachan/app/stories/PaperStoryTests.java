package vn.lachan.app.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.options.FilePayload;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import vn.lachan.app.TestWorld;
import vn.lachan.app.access.Actor;
import vn.lachan.app.access.Role;
import vn.lachan.app.paper.Pads;
import vn.lachan.app.places.PlaceCard;

/** Printed, written, keyed twice without a mouse, settled; and what becomes of the photograph. */
class PaperStoryTests extends Story {
  private static final String WATCH =
      "window.touched = 0; addEventListener('pointerdown', () => { window.touched += 1; }, true)";

  @Autowired private Pads pads;
  @TempDir private Path folder;

  @Test
  void aSheetGoesFromThePrinterToTraceableWithoutAMouse() throws IOException {
    PlaceCard place = world.place();
    Somebody officer = atDesk().signIn(world.account(Role.COMMUNE, world.inCommune()));
    officer.open("/paper/pads/new?place=" + place.publicId());
    accessible(officer);
    officer.fill("sheets", "3");
    officer.press("Tạo tập tờ");
    officer.sees("In cả tập");
    String pad = officer.page.url().substring(officer.page.url().lastIndexOf('/') + 1);
    byte[] file = officer.page.request().get("/paper/pads/sheets.pdf?pad=" + pad).body();
    assertThat(new String(file, 0, 5, StandardCharsets.ISO_8859_1)).isEqualTo("%PDF-");

    officer.press("Giao cho người nhập");
    officer.page.check("input[name=doubleEntry][value=true]");
    officer.press("Giao lô này");
    String hoa = give(officer);
    String binh = give(officer);
    accessible(officer);
    String batch = officer.page.url().substring(officer.page.url().lastIndexOf('/') + 1);

    Somebody one = atDesk().signIn(hoa);
    one.page.waitForURL("**/paper/keying");
    String serial = pads.sheets(actor(), UUID.fromString(pad)).getFirst().serial();
    String sheet = "/paper/keying/" + batch + "/sheets/" + serial;
    photograph(one, sheet);
    key(one, batch, "0912345678");
    one.sees("chờ người khác nhập lần hai");
    accessible(one);
    assertThat(one.page.evaluate("window.touched")).isEqualTo(0);

    Somebody two = atDesk().signIn(binh);
    key(two, batch, "0912345679");
    two.sees("hai lần nhập khác nhau ở 1 ô");
    assertThat(two.page.evaluate("window.touched")).isEqualTo(0);
    assertThat(two.page.locator("main").innerText()).doesNotContain("0912345678");

    officer.page.reload();
    officer.press("Đối chiếu");
    officer.sees("Hai lần nhập khác nhau");
    accessible(officer);
    Keyboard keys = officer.page.keyboard();
    keys.press("2");
    keys.press("Enter");
    told(officer, "Đã nhận tờ");
    officer.open(sheet);
    officer.sees("đã đối chiếu");
    assertThat(officer.page.locator(".paper-photo").count()).isZero();
    officer.open("/paper/figures");
    officer.sees(place.name());
    accessible(officer);
  }

  /** An account that may key, given the batch by its username. */
  private String give(Somebody officer) {
    String username = world.account(Role.KEYER, world.inCommune());
    officer.fill("username", username);
    officer.page.locator("form[action$='/give'] button").click();
    told(officer, "Đã giao lô");
    return username;
  }

  /** What the frame says above the page. */
  private static void told(Somebody somebody, String words) {
    somebody.page.locator("#content > .alert").getByText(words).waitFor();
  }

  private Actor actor() {
    return world.actor(Role.COMMUNE, world.inCommune());
  }

  private void photograph(Somebody keyer, String sheet) throws IOException {
    keyer.open(sheet);
    Path large = folder.resolve("to.jpg");
    try (var file = new RandomAccessFile(large.toFile(), "rw")) {
      file.setLength(50_000_000);
    }
    keyer.page.setInputFiles("#photo", large);
    keyer.press("Đính ảnh");
    keyer.sees("Ảnh lớn quá");
    byte[] whole = picture();
    attach(keyer, "to.jpg", "image/jpeg", Arrays.copyOf(whole, whole.length / 2));
    keyer.sees("bị đứt giữa chừng");
    attach(keyer, "to.gif", "image/gif", "GIF89a".getBytes(StandardCharsets.ISO_8859_1));
    keyer.sees("Ảnh động không nhận");
    attach(keyer, "to.jpg", "image/jpeg", whole);
    keyer.page.locator(".paper-photo img").waitFor();
  }

  private static void attach(Somebody keyer, String name, String type, byte[] content) {
    keyer.page.setInputFiles("#photo", new FilePayload(name, type, content));
    keyer.press("Đính ảnh");
  }

  private static byte[] picture() throws IOException {
    var bytes = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(300, 420, BufferedImage.TYPE_INT_RGB), "jpeg", bytes);
    return bytes.toByteArray();
  }

  /** Everything from the serial to the next one, by keys. */
  private void key(Somebody keyer, String batch, String phone) {
    keyer.open("/paper/keying/" + batch);
    keyer.page.evaluate(WATCH);
    Keyboard keys = keyer.page.keyboard();
    keys.press("Enter");
    keyer.page.locator("#sheet:not([inert])").waitFor();
    keyer.page.locator("#photo img").waitFor();
    LocalDate today = LocalDate.ofInstant(world.now(), TestWorld.ZONE);
    type(keys, "%02d%02d".formatted(today.getDayOfMonth(), today.getMonthValue()));
    type(keys, "");
    keys.press("Enter");
    type(keys, "Lê Thị Giấy");
    type(keys, "");
    type(keys, "15031985");
    keys.press("2");
    type(keys, "1");
    keys.press("Enter");
    keyer.page.keyboard().type(letters());
    keys.press("Enter");
    keyer.page.locator("[name='q.address']:focus").waitFor();
    assertThat(keyer.page.inputValue("[name='q.commune']")).contains(world.commune().name());
    type(keys, "Ấp 3");
    type(keys, "12");
    keys.press("Shift+Enter");
    type(keys, phone);
    keys.press("Control+Enter");
    keyer.sees("Chưa trả lời câu này");
    keyer.page.locator("[name='q.travel']:focus").first().waitFor();
    for (int question = 0; question < 5; question++) {
      keys.press("1");
    }
    keyer.page.locator("#save:focus").waitFor();
    keys.press("Enter");
  }

  /** The name of the commune without accents. */
  private String letters() {
    return Normalizer.normalize(world.commune().name(), Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .replace('đ', 'd')
        .replace('Đ', 'd')
        .toLowerCase(Locale.ROOT);
  }

  private static void type(Keyboard keys, String text) {
    keys.type(text);
    keys.press("Enter");
  }
}
