package vn.lachan.app.access.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import vn.lachan.app.kernel.Refusal;

/** What happens to a request that needs somebody signed in and has nobody. */
class SignInGate {
  static final String SIGN_IN = "/sign-in";
  static final String KEEP = "/sign-in/keep";

  /** The event that a page hears when it must say so and keep what was typed. */
  static final String SIGNED_OUT = "lachan:signed-out";

  static final String CHANGE_PASSWORD = "/access/me";
  static final String SECOND_FACTOR = "/access/second-factor";

  /** Always false: the request ends here. */
  boolean askToSignIn(HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    if (isApi(request)) {
      response.setHeader("WWW-Authenticate", "Bearer");
      throw new Refusal(Refusal.Kind.UNAUTHENTICATED, "access.unauthenticated");
    }
    if (isHtmx(request)) {
      answerHtmx(request, response);
    } else if (isReading(request)) {
      response.sendRedirect(SIGN_IN + "?to=" + encoded(target(request)));
    } else {
      request.getRequestDispatcher(KEEP).forward(request, response);
    }
    return false;
  }

  /** Always false: something of their own account must be put in order first. */
  boolean leadTo(String page, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (isApi(request)) {
      throw Refusal.forbidden("access.forbidden");
    }
    if (isHtmx(request)) {
      response.setHeader("HX-Redirect", page);
      response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
    } else {
      response.sendRedirect(page);
    }
    return false;
  }

  static boolean isApi(HttpServletRequest request) {
    return request.getRequestURI().startsWith("/api/");
  }

  static boolean isHtmx(HttpServletRequest request) {
    return "true".equals(request.getHeader("HX-Request"));
  }

  static boolean isReading(HttpServletRequest request) {
    return "GET".equals(request.getMethod()) || "HEAD".equals(request.getMethod());
  }

  /** A reading fragment moves the whole page to sign-in; a form stays on its page, as typed. */
  private static void answerHtmx(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
    if (isReading(request)) {
      response.setHeader("HX-Redirect", SIGN_IN);
    } else {
      response.setHeader("HX-Trigger", SIGNED_OUT);
    }
  }

  private static String target(HttpServletRequest request) {
    String query = request.getQueryString();
    return query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
