package vn.lachan.app.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.lachan.app.TestWorld;
import vn.lachan.app.messaging.Messages;

/**
 * Somebody who guesses, replays and types what no name is; pages answer in words and keep nothing.
 */
class ResidentFaultStoryTests extends Story {
  private static final Pattern CODE = Pattern.compile("\\b\\d{6}\\b");
  private static final String MARKUP = "<img src=x onerror=alert(1)>";
  private static final String BACKWARDS = "Trần \u202ethịB";
  private static final String ENDLESS = "Lê ".repeat(3_400);

  @Autowired private Messages messages;
  @Autowired private JdbcClient jdbc;

  @Test
  void guessedAndReplayedCodesAndHostileNames() {
    String phone = TestWorld.phone();
    Somebody first = onPhone();
    String unknown = asked(first, phone);
    String code = code(first.page, phone);
    wrong(first, code.equals("000000") ? "000001" : "000000");
    String challenge = first.page.inputValue("form:has(#code) input[name=challenge]");
    first.fill("code", code);
    first.press("Vào");
    first.sees("Ông/bà là ai?");

    Somebody second = onPhone();
    assertThat(asked(second, phone))
        .as("nobody learns whether a phone is known")
        .isEqualTo(unknown);
    second.page.evaluate(
        "used => { document.querySelector('form:has(#code) input[name=challenge]').value = used; }",
        challenge);
    second.fill("code", code);
    second.press("Vào");
    second.sees("đã dùng hoặc nhập sai quá số lần");

    familyRefuses(first, MARKUP, "ký tự không được dùng");
    familyRefuses(first, BACKWARDS, "ký tự ẩn");
    familyRefuses(first, ENDLESS, "dài quá");
    declarationRefuses(first, MARKUP);
    declarationRefuses(first, BACKWARDS);
    declarationRefuses(first, ENDLESS);
    assertThat(first.overflow()).isZero();
    assertThat(
            jdbc.sql(
                    """
                    select count(*) from residents.member m
                    where account = (select max(number) from residents.account)
                    """)
                .query(Integer.class)
                .single())
        .isZero();
  }

  /** The page that asks for the code, without what is different each time. */
  private static String asked(Somebody somebody, String phone) {
    somebody.open("/residents/sign-in");
    somebody.fill("phone", phone);
    somebody.press("Nhận mã");
    somebody.page.waitForSelector("#code");
    return somebody
        .page
        .content()
        .replaceAll("value=\"[^\"]*\"", "")
        .replaceAll("data-token=\"[^\"]*\"", "");
  }

  private static void wrong(Somebody somebody, String code) {
    somebody.fill("code", code);
    somebody.press("Vào");
    somebody.sees("Mã xác thực không đúng");
  }

  private void familyRefuses(Somebody somebody, String name, String words) {
    somebody.open("/residents/people/new");
    somebody.page.fill("#commune", world.commune().fullName());
    somebody.page.fill("#birthYear", "1985");
    somebody.page.check("input[name=sex][value=FEMALE]");
    type(somebody.page, "#name", name);
    somebody.page.locator("main button.big").click();
    somebody.sees(words);
    assertThat(somebody.page.locator("main img").count()).isZero();
  }

  private static void declarationRefuses(Somebody somebody, String name) {
    somebody.open("/declarations/new?form=residents");
    type(somebody.page, "input[type=text]", name);
    somebody.page.locator("form[data-declare] button.big").click();
    somebody.page.locator("[role=alert]").first().waitFor();
    assertThat(somebody.page.locator("main img").count()).isZero();
  }

  /** Past what the page itself would let anybody type. */
  private static void type(Page page, String field, String text) {
    page.evaluate(
        "field => document.querySelectorAll(field)"
            + ".forEach((each) => each.removeAttribute('maxlength'))",
        field);
    page.locator(field).first().fill(text);
  }

  /** The newest that came to this phone. */
  private String code(Page page, String phone) {
    page.waitForCondition(() -> !sent(phone).isEmpty());
    return sent(phone);
  }

  private String sent(String phone) {
    for (var message : messages.handset(200)) {
      if (message.phone().endsWith(phone.substring(1))) {
        Matcher found = CODE.matcher(message.text());
        return found.find() ? found.group() : "";
      }
    }
    return "";
  }
}
