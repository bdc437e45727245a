package vn.lachan.app.residents.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import vn.lachan.app.program.KeptCookie;

/**
 * The cookie of a signed-in phone; and the one that stays after signing out, names nobody, and says
 * that this browser proved its phone before.
 */
final class ResidentCookie {
  private static final KeptCookie COOKIE = new KeptCookie("lachan-resident", "Lax", "/");

  private static final KeptCookie KNOWN =
      new KeptCookie("lachan-known", "Strict", "/residents/sign-in");

  private ResidentCookie() {}

  static @Nullable String readKnown(HttpServletRequest request) {
    return KNOWN.read(request);
  }

  static void takeKnown(HttpServletRequest request, HttpServletResponse response) {
    KNOWN.clear(request, response);
  }

  static void giveKnown(HttpServletRequest request, HttpServletResponse response, String token) {
    KNOWN.write(request, response, token);
  }

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
