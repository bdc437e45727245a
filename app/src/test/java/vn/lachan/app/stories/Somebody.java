package vn.lachan.app.stories;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import vn.lachan.app.TestWorld;

/** One person with a browser of their own. What their pages complain about is kept. */
final class Somebody {
  static final double PATIENCE_MILLIS = 15_000;
  private static final String REFUSED = "Failed to load resource";

  final Page page;
  private final List<String> complaints = new ArrayList<>();

  Somebody(BrowserContext context) {
    context.setDefaultTimeout(PATIENCE_MILLIS);
    page = context.newPage();
    page.onConsoleMessage(
        message -> {
          // A page that refuses has a status of 4xx; Chromium calls that an error too.
          if (message.type().equals("error") && !message.text().startsWith(REFUSED)) {
            complaints.add(page.url() + ": " + message.text());
          }
        });
    page.onPageError(error -> complaints.add(page.url() + ": " + error));
  }

  Somebody signIn(String username) {
    return signIn(username, TestWorld.PASSWORD);
  }

  Somebody signIn(String username, String password) {
    page.navigate("/sign-in");
    page.fill("#username", username);
    page.fill("#password", password);
    press("Đăng nhập");
    page.waitForURL(url -> !url.endsWith("/sign-in"));
    return this;
  }

  void open(String path) {
    page.navigate(path);
  }

  void fill(String id, String text) {
    page.fill("#" + id, text);
  }

  /** Presses the button or link of the page itself that says this. */
  void press(String words) {
    page.locator("#content button, #content a, #content summary, main button, main a, main summary")
        .filter(new Locator.FilterOptions().setHasText(words))
        .first()
        .click();
  }

  /** Waits until the page says this, and answers where. */
  Locator sees(String words) {
    Locator found = page.locator("main").getByText(words).first();
    found.waitFor();
    return found;
  }

  List<String> complaints() {
    return complaints;
  }

  /** How many pixels the page is wider than its window. */
  int overflow() {
    return overflow(page);
  }

  static int overflow(Page page) {
    Object pixels =
        page.evaluate(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth");
    return ((Number) pixels).intValue();
  }
}
