package vn.lachan.app.visits;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.util.Base64;
import vn.lachan.app.program.KeptCookie;

/**
 * The two cookies of a visitor's phone: one names its person, one tells browsers apart. Other
 * modules whose pages a visitor opens without signing in use the same.
 */
public final class DoorCookies {
  private static final KeptCookie PHONE = new KeptCookie("lachan-phone", "Lax", "/");
  private static final KeptCookie BROWSER = new KeptCookie("lachan-browser", "Lax", "/");
  private static final int BROWSER_BYTES = 16;
  private static final SecureRandom RANDOM = new SecureRandom();

  private DoorCookies() {}

  public static OwnPhone phone(HttpServletRequest request) {
    return new OwnPhone(PHONE.read(request), BROWSER.read(request));
  }

  /** Gives the browser its own text with the first page, so that the first visit carries it. */
  public static OwnPhone nameBrowser(HttpServletRequest request, HttpServletResponse response) {
    String named = BROWSER.read(request);
    if (named == null) {
      byte[] bytes = new byte[BROWSER_BYTES];
      RANDOM.nextBytes(bytes);
      named = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
      BROWSER.write(request, response, named);
    }
    return new OwnPhone(PHONE.read(request), named);
  }

  public static void remember(
      HttpServletRequest request, HttpServletResponse response, String token) {
    PHONE.write(request, response, token);
  }
}
