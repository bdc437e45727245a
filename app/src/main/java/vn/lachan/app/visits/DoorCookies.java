package vn.lachan.app.visits;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/**
 * The two cookies of a visitor's phone: one names its person, one tells browsers apart. Other
 * modules whose pages a visitor opens without signing in use the same.
 */
public final class DoorCookies {
  private static final String PHONE = "lachan-phone";
  private static final String BROWSER = "lachan-browser";
  private static final Duration KEPT = Duration.ofDays(400);
  private static final int LONGEST = 200;
  private static final int BROWSER_BYTES = 16;
  private static final SecureRandom RANDOM = new SecureRandom();

  private DoorCookies() {}

  public static OwnPhone phone(HttpServletRequest request) {
    return new OwnPhone(read(request, PHONE), read(request, BROWSER));
  }

  /** Gives the browser its own text with the first page, so that the first visit carries it. */
  public static OwnPhone nameBrowser(HttpServletRequest request, HttpServletResponse response) {
    String named = read(request, BROWSER);
    if (named == null) {
      byte[] bytes = new byte[BROWSER_BYTES];
      RANDOM.nextBytes(bytes);
      named = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
      write(request, response, BROWSER, named);
    }
    return new OwnPhone(read(request, PHONE), named);
  }

  public static void remember(
      HttpServletRequest request, HttpServletResponse response, String token) {
    write(request, response, PHONE, token);
  }

  private static @Nullable String read(HttpServletRequest request, String name) {
    Cookie cookie = WebUtils.getCookie(request, name);
    if (cookie == null || cookie.getValue().isBlank() || cookie.getValue().length() > LONGEST) {
      return null;
    }
    return cookie.getValue();
  }

  private static void write(
      HttpServletRequest request, HttpServletResponse response, String name, String value) {
    ResponseCookie cookie =
        ResponseCookie.from(name, value)
            .httpOnly(true)
            .secure(request.isSecure())
            .sameSite("Lax")
            .path("/")
            .maxAge(KEPT)
            .build();
    response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
  }
}
