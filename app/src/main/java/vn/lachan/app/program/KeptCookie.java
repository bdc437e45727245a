package vn.lachan.app.program;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/**
 * A cookie that a browser keeps for long and no script can read, sent over HTTPS only where the
 * program is reached so.
 *
 * @param sameSite {@code Lax} or {@code Strict}
 * @param path the addresses that it is sent to
 */
public record KeptCookie(String name, String sameSite, String path) {
  /** The longest that browsers keep one. */
  private static final Duration KEPT = Duration.ofDays(400);

  private static final int LONGEST = 200;

  /** Its text, or null where there is none worth reading. */
  public @Nullable String read(HttpServletRequest request) {
    Cookie cookie = WebUtils.getCookie(request, name);
    if (cookie == null || cookie.getValue().isBlank() || cookie.getValue().length() > LONGEST) {
      return null;
    }
    return cookie.getValue();
  }

  public void write(HttpServletRequest request, HttpServletResponse response, String value) {
    set(request, response, value, KEPT);
  }

  public void clear(HttpServletRequest request, HttpServletResponse response) {
    set(request, response, "", Duration.ZERO);
  }

  private void set(
      HttpServletRequest request, HttpServletResponse response, String value, Duration kept) {
    ResponseCookie cookie =
        ResponseCookie.from(name, value)
            .httpOnly(true)
            .secure(request.isSecure())
            .sameSite(sameSite)
            .path(path)
            .maxAge(kept)
            .build();
    response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
  }
}
