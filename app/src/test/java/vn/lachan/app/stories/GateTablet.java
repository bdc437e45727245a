package vn.lachan.app.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.Map;

/** The page of a gate, as its keeper's hands and a reader use it. */
final class GateTablet {
  private static final String PAGE = "/gates/device/gate";

  final Page page;

  GateTablet(Page page) {
    this.page = page;
  }

  /** Opens the page with the office's code in its address, and takes the device into service. */
  GateTablet enrol(String code) {
    page.navigate(PAGE + "#" + code);
    page.click("#enrol-form button");
    page.waitForSelector("#sign-on-form:not([hidden])");
    return this;
  }

  GateTablet signOn(long keeper, String pin) {
    typePin(keeper, pin);
    page.waitForSelector("#work:not([hidden])");
    return this;
  }

  void refusesPin(long keeper, String pin, String words) {
    typePin(keeper, pin);
    page.locator("#sign-on-error").getByText(words).waitFor();
  }

  private void typePin(long keeper, String pin) {
    page.evaluate("document.getElementById('sign-on-error').textContent = ''");
    page.selectOption("#who", Long.toString(keeper));
    page.fill("#pin", pin);
    page.click("#sign-on-form button");
  }

  void endShift() {
    page.click("#end-shift");
    page.waitForSelector("#sign-on-form:not([hidden])");
  }

  /** From now on it opens without network. */
  void isInstalled() {
    page.evaluate("navigator.serviceWorker.ready.then(() => true)");
  }

  void goOffline() {
    page.context().setOffline(true);
    page.waitForSelector("#network:text-is('Mất mạng')");
  }

  void goOnline() {
    page.context().setOffline(false);
  }

  /** As a reader types: all at once, then Enter; the verdict is waited for. */
  void scan(String text) {
    enter("#text", text);
  }

  void name(String name) {
    enter("#name", name);
  }

  private void enter(String field, String text) {
    page.evaluate("document.body.removeAttribute('data-verdict-millis')");
    page.fill(field, text);
    page.press(field, "Enter");
    page.waitForSelector("body[data-verdict-millis]");
  }

  void sees(String words) {
    page.locator("#verdict").getByText(words).first().waitFor();
  }

  /** Stops whoever shows this, in these words. */
  void refuses(String text, String words) {
    scan(text);
    sees(words);
    assertThat(page.locator("#verdict").getAttribute("class")).contains("is-stop");
  }

  void allSent() {
    Object none = 0;
    page.waitForCondition(() -> none.equals(inside("return store.waiting()", Map.of())));
    isWaiting(0);
  }

  void isWaiting(int records) {
    String shown = "%,d".formatted(records).replace(',', '.');
    page.waitForSelector(
        "#waiting:text-is('" + shown + "')",
        new Page.WaitForSelectorOptions().setState(WaitForSelectorState.ATTACHED));
  }

  String text(String selector) {
    return page.locator(selector).innerText();
  }

  /** Runs the page's own scripts beside what the keeper does. */
  Object inside(String script, Map<String, ?> given) {
    return page.evaluate(
        """
        async given => {
          const files = document.querySelector("script[type=module]").src.replace("gate.js", "");
          const [store, seal, clock] = await Promise.all(
            ["store.js", "seal.js", "clock.js"].map((name) => import(files + name)));
          %s
        }
        """
            .formatted(script),
        given);
  }
}
