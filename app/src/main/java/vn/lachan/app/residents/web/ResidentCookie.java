package vn.lachan.app.residents.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import vn.lachan.app.program.KeptCookie;

/** The cookie of a signed-in phone. */
final class ResidentCookie {
  private static final KeptCookie COOKIE = new KeptCookie("lachan-resident", "Lax", "/");

  private ResidentCookie() {}

  static @Nullable String read(HttpServletRequest request) {
    return COOKIE.read(request);
  }

  static void give(HttpServletRequest request, HttpServletResponse response, String token) {
    COOKIE.write(request, response, token);
  }

  static void take(HttpServletRequest request, HttpServletResponse response) {
    COOKIE.clear(request, response);
  }
}
