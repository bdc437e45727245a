package vn.lachan.app.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lachan.app.TestWorld;
import vn.lachan.app.messaging.Messages;

/**
 * A father signs in by a code once, adds a passkey, and comes back with his fingerprint alone; a
 * repeated answer, a copied key and a removed passkey do not get in. Chromium's own simulated
 * authenticator signs.
 */
class PasskeyStoryTests extends Story {
  private static final Pattern CODE = Pattern.compile("\\b\\d{6}\\b");

  @Autowired private Messages messages;
  @Autowired private JdbcClient jdbc;

  @Test
  void aFatherComesBackWithHisFingerprint() {
    Somebody father = onPhone();
    Page page = father.page;
    CDPSession authenticator = authenticator(page);
    long before = accounts();
    signInByCode(father);
    father.open("/residents/passkeys");
    father.sees("Chưa có khoá nào");
    accessible(father);
    father.press("Thêm khoá trên máy này");
    father.sees("Có trên nhiều máy");
    accessible(father);
    father.press("Đổi tên, xoá");
    page.fill("main input[name=name]", "Máy của bố");
    page.locator("main form[action$='/name'] button").click();
    page.waitForLoadState();
    father.sees("Máy của bố");
    // The same device makes no second one.
    father.press("Thêm khoá trên máy này");
    father.sees("máy này đã có khoá");

    signOut(father);
    String[] sent = new String[1];
    page.onRequest(request -> keepAnswer(request, sent));
    father.open("/residents/sign-in");
    accessible(father);
    father.press("Vào bằng khoá truy cập");
    father.sees("Ông/bà là ai?");
    assertThat(accounts()).isEqualTo(before + 1);
    assertThat(jdbc.sql("select max(counter) from residents.passkey").query(Long.class).single())
        .isPositive();

    signOut(father);
    assertThat(answered(page, sent[0])).as("the same answer again").isEqualTo(422);
    assertThat(answered(page, "answer=%7B%7D")).as("no answer").isEqualTo(422);
    assertThat(answered(page, "answer=%5B%5B1")).as("no JSON").isEqualTo(422);
    assertThat(
            answered(page, sent[0].replaceAll("signature%22%3A%22....", "signature%22%3A%22AAAA")))
        .as("another signature")
        .isEqualTo(422);
    assertThat(answered(page, "answer=" + "A".repeat(30_000))).as("too long").isEqualTo(422);

    // A key that was copied counts from where it was copied.
    jdbc.sql("update residents.passkey set counter = counter + 1000").update();
    father.open("/residents/sign-in");
    father.press("Vào bằng khoá truy cập");
    father.sees("Khoá truy cập không đúng");
    jdbc.sql("update residents.passkey set counter = 1").update();

    father.open("/residents/sign-in");
    father.press("Vào bằng khoá truy cập");
    father.sees("Ông/bà là ai?");
    father.open("/residents/passkeys");
    father.press("Đổi tên, xoá");
    father.press("Xoá khoá này");
    father.sees("Chưa có khoá nào");
    signOut(father);
    father.open("/residents/sign-in");
    father.press("Vào bằng khoá truy cập");
    father.sees("Khoá truy cập không đúng, đã bị xoá");
    assertThat(
            jdbc.sql("select count(*) from residents.passkey_challenge where account is not null")
                .query(Integer.class)
                .single())
        .isLessThanOrEqualTo(1);
    authenticator.detach();
  }

  /** As far as a browser without a push service goes: its worker gets what one would bring. */
  @Test
  void aMessageOnTheScreenSaysThatThereIsANoticeAndNoMore() {
    Somebody mother = onPhone();
    Page page = mother.page;
    page.context().grantPermissions(java.util.List.of("notifications"));
    page.addInitScript(
        """
        PushManager.prototype.subscribe = async () => {
          const pair = await crypto.subtle.generateKey(
            { name: "ECDH", namedCurve: "P-256" }, true, ["deriveBits"]);
          const point = await crypto.subtle.exportKey("raw", pair.publicKey);
          return {
            endpoint: "https://fcm.googleapis.com/fcm/send/story",
            getKey: (name) => name === "p256dh" ? point : new Uint8Array(16).buffer,
          };
        };
        """);
    signInByCode(mother);
    mother.open("/residents/notices");
    page.waitForFunction("navigator.serviceWorker.ready.then(() => true)");
    mother.press("Bật báo ra màn hình");
    mother.sees("Đang bật trên máy này");
    accessible(mother);
    CDPSession session = page.context().newCDPSession(page);
    String[] registration = new String[1];
    session.on(
        "ServiceWorker.workerRegistrationUpdated",
        event ->
            event
                .getAsJsonArray("registrations")
                .forEach(
                    one ->
                        registration[0] =
                            one.getAsJsonObject().get("registrationId").getAsString()));
    session.send("ServiceWorker.enable");
    page.waitForCondition(() -> registration[0] != null);
    var message = new JsonObject();
    message.addProperty("origin", page.url().replaceAll("(https?://[^/]+)/.*", "$1"));
    message.addProperty("registrationId", registration[0]);
    message.addProperty(
        "data", "{\"notice\":\"11111111-1111-1111-1111-111111111111\",\"language\":\"vi\"}");
    session.send("ServiceWorker.deliverPushMessage", message);
    page.waitForFunction(
        "navigator.serviceWorker.ready.then((r) => r.getNotifications()).then((all) => all.length === 1)");
    Object said =
        page.evaluate(
            """
            async () => {
              const worker = await navigator.serviceWorker.ready;
              const [shown] = await worker.getNotifications();
              return `${shown.title}|${shown.body}|${shown.data.notice}`;
            }
            """);
    assertThat(said)
        .isEqualTo(
            "Lá Chắn|Có thông báo mới. Bấm để đọc.|11111111-1111-1111-1111-111111111111");
    mother.press("Tắt");
    mother.sees("Bật báo ra màn hình");
  }

  private static void keepAnswer(Request request, String[] sent) {
    if (request.method().equals("POST") && request.url().endsWith("/sign-in/passkey")) {
      sent[0] = request.postData();
    }
  }

  /** What the program answers to this body, with the page's own token. */
  private static int answered(Page page, String body) {
    page.navigate("/residents/sign-in");
    Object status =
        page.evaluate(
            """
            async (body) => {
              const token = document.querySelector("[data-passkey-sign-in] [name=_csrf]").value;
              const fields = new URLSearchParams(body);
              fields.set("_csrf", token);
              const answer = await fetch("/residents/sign-in/passkey",
                { method: "POST", body: fields, redirect: "manual" });
              return answer.status;
            }
            """,
            body);
    return ((Number) status).intValue();
  }

  private static CDPSession authenticator(Page page) {
    CDPSession session = page.context().newCDPSession(page);
    session.send("WebAuthn.enable");
    var options = new JsonObject();
    options.addProperty("protocol", "ctap2");
    options.addProperty("transport", "internal");
    options.addProperty("hasResidentKey", true);
    options.addProperty("hasUserVerification", true);
    options.addProperty("isUserVerified", true);
    options.addProperty("defaultBackupEligibility", true);
    options.addProperty("defaultBackupState", true);
    var parameters = new JsonObject();
    parameters.add("options", options);
    session.send("WebAuthn.addVirtualAuthenticator", parameters);
    return session;
  }

  private void signInByCode(Somebody somebody) {
    String phone = TestWorld.phone();
    somebody.open("/residents/sign-in");
    somebody.fill("phone", phone);
    somebody.press("Nhận mã");
    somebody.fill("code", code(phone));
    somebody.press("Vào");
    somebody.sees("Ông/bà là ai?");
  }

  private static void signOut(Somebody somebody) {
    somebody.open("/residents/devices");
    somebody.press("Đăng xuất khỏi máy đang dùng");
    somebody.sees("không còn giữ mã");
  }

  private long accounts() {
    return jdbc.sql("select count(*) from residents.account").query(Long.class).single();
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
}
