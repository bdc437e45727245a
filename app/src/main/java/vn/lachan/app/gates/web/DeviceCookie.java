package vn.lachan.app.gates.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import vn.lachan.app.program.KeptCookie;

/**
 * The cookie of an enrolled device. No script can read it; no other site can make a browser send
 * it; it goes to the API of gates only.
 */
final class DeviceCookie {
  private static final KeptCookie COOKIE = new KeptCookie("lachan-gate", "Strict", "/api/v1/gates");

  private DeviceCookie() {}

  static String read(HttpServletRequest request) {
    return Objects.requireNonNullElse(COOKIE.read(request), "");
  }

  static void write(HttpServletRequest request, HttpServletResponse response, String token) {
    COOKIE.write(request, response, token);
  }

  static void clear(HttpServletRequest request, HttpServletResponse response) {
    COOKIE.clear(request, response);
  }
}
