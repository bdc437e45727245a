package vn.lachan.app.access.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Hides a session cookie that this program cannot have given: its value would be looked for in the
 * database, which refuses some of what can be written in Base64, before anything else could answer.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class SessionCookieFilter extends OncePerRequestFilter {
  private static final String NAME = "lachan-session";

  /** 36 characters in Base64. */
  private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/]{48}");

  private static final Pattern UUID = Pattern.compile("[0-9a-f-]{36}");

  @Override
  protected boolean shouldNotFilterErrorDispatch() {
    return false;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    chain.doFilter(isStrange(request.getCookies()) ? new Without(request) : request, response);
  }

  private static boolean isStrange(Cookie @Nullable [] cookies) {
    return cookies != null && Arrays.stream(cookies).anyMatch(SessionCookieFilter::isStrange);
  }

  private static boolean isStrange(Cookie cookie) {
    return cookie.getName().equals(NAME) && !isUuid(cookie.getValue());
  }

  private static boolean isUuid(String value) {
    return BASE64.matcher(value).matches()
        && UUID.matcher(new String(Base64.getDecoder().decode(value), StandardCharsets.US_ASCII))
            .matches();
  }

  private static final class Without extends HttpServletRequestWrapper {
    Without(HttpServletRequest request) {
      super(request);
    }

    @Override
    public Cookie[] getCookies() {
      return Arrays.stream(super.getCookies())
          .filter(cookie -> !isStrange(cookie))
          .toArray(Cookie[]::new);
    }
  }
}
