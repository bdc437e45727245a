package vn.lachan.app.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lachan.app.TestWorld;
import vn.lachan.app.access.Role;
import vn.lachan.app.messaging.Messages;
import vn.lachan.app.people.CheckedCode;
import vn.lachan.app.people.PersonalCodes;
import vn.lachan.app.people.Purpose;
import vn.lachan.app.places.PlaceCard;

/**
 * A mother on a cheap phone: signs in, adds a parent and two children, shows a code that a gate
 * believes, checks the family in, sees who opened the parent's data, and opens the app without
 * network. What her phone loads is counted.
 */
class ResidentStoryTests extends Story {
  private static final Pattern CODE = Pattern.compile("\\b\\d{6}\\b");
  private static final long FIRST_LOAD_BYTES = 100_000;
  private static final long SECOND_LOAD_BYTES = 20_000;

  @Autowired private Messages messages;
  @Autowired private PersonalCodes codes;
  @Autowired private JdbcClient jdbc;

  @Test
  void aMotherAnswersForHerFamily() {
    Somebody mother = onPhone();
    String phone = TestWorld.phone();
    Page page = mother.page;
    mother.open("/residents");
    accessible(mother);
    mother.fill("phone", phone);
    mother.press("Nhận mã");
    mother.fill("code", code(phone));
    mother.press("Vào");
    mother.sees("Ông/bà là ai?");
    accessible(mother);
    page.fill("#commune", world.commune().fullName());
    who(page, "Nguyễn Thị Lan", 1985, "FEMALE");
    mother.sees("Xin chào, Nguyễn Thị Lan");
    for (String[] one :
        List.of(
            new String[] {"Lê Thị Bưởi", "1950", "FEMALE"},
            new String[] {"Trần Văn Tí", "2015", "MALE"},
            new String[] {"Trần Thị Na", "2018", "FEMALE"})) {
      mother.open("/residents/people/new");
      who(page, one[0], Integer.parseInt(one[1]), one[2]);
      mother.sees(one[0]);
    }
    declaresForAll(mother);
    showsACodeThatAGateBelieves(mother);
    showsTheNationalCodeAgain(mother);
    checksTheFamilyIn(mother);
    seesWhoReadTheParentsData(mother, phone);
    worksWithoutNetwork(mother);
    assertThat(mother.overflow()).isZero();
  }

  @Test
  void theFirstLoadIsSmallAndTheSecondSmaller() {
    Somebody resident = onPhoneWithoutWorkers();
    var first = new Counted(resident.page);
    resident.page.navigate("/residents/sign-in");
    first.end("first load");
    var second = new Counted(resident.page);
    resident.page.navigate("/residents/sign-in");
    second.end("second load");
    assertThat(first.bytes.get()).isBetween(1L, FIRST_LOAD_BYTES);
    assertThat(second.bytes.get()).isBetween(1L, SECOND_LOAD_BYTES);
    Somebody installed = onPhone();
    installed.open("/residents/sign-in");
    installed.page.waitForFunction("navigator.serviceWorker.ready.then(() => true)");
    Object kept =
        installed.page.evaluate(
            """
            async () => {
              let bytes = 0;
              for (const name of await caches.keys()) {
                const cache = await caches.open(name);
                for (const request of await cache.keys()) {
                  const body = await (await cache.match(request)).blob();
                  const zipped = body.stream().pipeThrough(new CompressionStream("gzip"));
                  bytes += (await new Response(zipped).arrayBuffer()).byteLength;
                }
              }
              return bytes;
            }
            """);
    long keeps = ((Number) kept).longValue();
    System.out.println("residents: kept for later without network " + keeps + " bytes compressed");
    assertThat(first.bytes.get() + keeps).isLessThan(FIRST_LOAD_BYTES);
  }

  private void declaresForAll(Somebody mother) {
    mother.open("/residents/declarations");
    accessible(mother);
    mother.press("Khai chung cho những người này");
    mother.sees("Khai cho");
    for (Locator question : mother.page.locator("fieldset:has(input[type=radio])").all()) {
      question.locator("input[type=radio][value=false]").check();
    }
    accessible(mother);
    mother.press("Gửi");
    mother.sees("Không có gì thay đổi");
    assertThat(mother.page.locator("form .level-green").count()).isEqualTo(4);
    accessible(mother);
    mother.press("Không có gì thay đổi");
    mother.sees("Đã khai cho 4 người");
    assertThat(declarations()).isEqualTo(8);
  }

  private int declarations() {
    return jdbc.sql(
            """
            select count(*) from declarations.declaration d join residents.member m
              on m.person = d.person
            where m.account = (select max(number) from residents.account)
            """)
        .query(Integer.class)
        .single();
  }

  private void showsACodeThatAGateBelieves(Somebody mother) {
    mother.open("/residents/code");
    mother.page.waitForSelector("[data-live]:not([hidden]) path[d]");
    mother.sees("Lê Thị Bưởi");
    String shown = mother.page.getAttribute("[data-qr]", "data-text");
    CheckedCode checked = codes.check(shown, java.time.Instant.now());
    assertThat(checked.strength()).isEqualTo(CheckedCode.Strength.DEVICE);
    accessible(mother);
    Object out =
        mother.page.evaluate(
            """
            async () => {
              const root = document.querySelector("[data-code]");
              const key = await (await import(root.dataset.keys)).privateKey();
              return key.extractable;
            }
            """);
    assertThat(out).isEqualTo(false);
  }

  private void showsTheNationalCodeAgain(Somebody mother) {
    mother.press("Mã QR quốc gia");
    mother.sees("Quét bằng máy ảnh");
    accessible(mother);
    mother.page.locator("[data-typing] summary").click();
    mother.fill(
        "text",
        "038185029317|NGUYEN THI LAN|1985-01-18|0|162979388586171100|<2<HS4010120878821<0944713700");
    mother.press("Giữ mã này");
    mother.sees("******029317|NGUYEN THI LAN|1985-**-**|0|162979388586171100|<2<<");
    accessible(mother);
    mother.page.locator("summary").first().click();
    mother.page.locator("form[action$='/whole'] button").click();
    mother.sees("038185029317|NGUYEN THI LAN|1985-01-18");
    accessible(mother);
    mother.press("Che lại ngay");
    mother.sees("******029317");
  }

  private void checksTheFamilyIn(Somebody mother) {
    PlaceCard market = world.place();
    mother.open("/d/" + market.code().symbols());
    mother.sees("Ai vào đây?");
    accessible(mother);
    mother.press("Vào điểm này");
    mother.sees("Đang ở trong");
    assertThat(mother.page.locator("input[name=who]").count()).isEqualTo(4);
    accessible(mother);
  }

  private void seesWhoReadTheParentsData(Somebody mother, String phone) {
    String username = world.account(Role.COMMUNE, world.inCommune());
    Somebody officer = atDesk().signIn(username);
    officer.open("/people");
    String id =
        jdbc.sql(
                """
                select p.public_id::text from residents.member m
                join people.person p on p.number = m.person
                join residents.account a on a.number = m.account
                order by m.number desc offset 2 limit 1
                """)
            .query(String.class)
            .single();
    officer.open("/people/" + id);
    officer.page.selectOption("#purpose", Purpose.TRACE.name());
    officer.page.locator("form[action$='/open'] button").first().click();
    officer.sees(phone.substring(0, 4));

    mother.open("/residents/data");
    mother.press("Lê Thị Bưởi");
    mother.sees(world.commune().fullName());
    mother.sees("Truy vết");
    accessible(mother);
  }

  private void worksWithoutNetwork(Somebody mother) {
    mother.open("/residents/code");
    mother.page.waitForSelector("[data-live]:not([hidden]) path[d]");
    mother.page.waitForFunction("navigator.serviceWorker.ready.then(() => true)");
    mother.page.context().setOffline(true);
    mother.open("/residents");
    mother.sees("Mã cá nhân vẫn dùng được");
    mother.page.waitForSelector("[data-live]:not([hidden]) path[d]");
    String own = mother.page.getAttribute("[data-qr] path", "d");
    mother.press("Mã QR quốc gia");
    mother.page.waitForFunction(
        "(own) => document.querySelector('[data-qr] path').getAttribute('d') !== own", own);
    mother.press("Trần Văn Tí");
    accessible(mother);
    mother.page.context().setOffline(false);
    mother.open("/residents/devices");
    mother.press("Đăng xuất khỏi máy đang dùng");
    mother.sees("không còn giữ mã");
    mother.page.waitForFunction(
        "indexedDB.databases().then((all) => all.length === 0 && caches.keys().then((names) => names.length === 0))");
  }

  private static void who(Page page, String name, int year, String sex) {
    page.fill("#name", name);
    page.fill("#birthYear", Integer.toString(year));
    page.check("input[name=sex][value=" + sex + "]");
    page.locator("main button.big").click();
    page.waitForLoadState();
    if (page.locator("input[type=radio][name=unit]").count() > 0) {
      page.locator("input[type=radio][name=unit]").first().check();
      page.locator("main button.big").click();
      page.waitForLoadState();
    }
  }

  /** The code arrives by the sender's own clock. */
  private String code(String phone) {
    for (int tries = 0; tries < 200; tries++) {
      for (var message : messages.handset(200)) {
        if (message.phone().endsWith(phone.substring(1))) {
          Matcher found = CODE.matcher(message.text());
          assertThat(found.find()).isTrue();
          return found.group();
        }
      }
      java.util.concurrent.locks.LockSupport.parkNanos(50_000_000);
    }
    throw new AssertionError("no code came");
  }

  /** What a page transfers, as the browser counts it, compressed and with headers. */
  private static final class Counted {
    private final AtomicLong bytes = new AtomicLong();
    private final AtomicLong requests = new AtomicLong();
    private final Page page;
    private final CDPSession session;

    Counted(Page page) {
      this.page = page;
      session = page.context().newCDPSession(page);
      session.on("Network.loadingFinished", this::count);
      session.send("Network.enable");
    }

    private void count(JsonObject event) {
      bytes.addAndGet(event.get("encodedDataLength").getAsLong());
      requests.incrementAndGet();
    }

    /** What the browser tells of a load comes after the page: until nothing is on its way. */
    void end(String name) {
      page.waitForLoadState(LoadState.NETWORKIDLE);
      page.waitForCondition(() -> requests.get() > 0);
      session.detach();
      System.out.println(
          "residents: " + name + " " + bytes + " bytes in " + requests + " requests");
    }
  }
}
