package vn.lachan.app.gates.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/**
 * The cookie of an enrolled device. No script can read it; no other site can make a browser send
 * it; it goes to the API of gates only.
 */
final class DeviceCookie {
  private static final String NAME = "lachan-gate";
  private static final String PATH = "/api/v1/gates";
  private static final Duration KEPT = Duration.ofDays(400);

  private DeviceCookie() {}

  static String read(HttpServletRequest request) {
    Cookie cookie = WebUtils.getCookie(request, NAME);
    return cookie == null ? "" : cookie.getValue();
  }

  static void write(HttpServletRequest request, HttpServletResponse response, String token) {
    set(request, response, token, KEPT);
  }

  static void clear(HttpServletRequest request, HttpServletResponse response) {
    set(request, response, "", Duration.ZERO);
  }

  private static void set(
      HttpServletRequest request, HttpServletResponse response, String value, Duration kept) {
    ResponseCookie cookie =
        ResponseCookie.from(NAME, value)
            .httpOnly(true)
            .secure(request.isSecure())
            .sameSite("Strict")
            .path(PATH)
            .maxAge(kept)
            .build();
    response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
  }
}
