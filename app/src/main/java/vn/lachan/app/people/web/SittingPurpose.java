package vn.lachan.app.people.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.lachan.app.people.Purpose;

/**
 * The purpose that an officer named last, so that it is asked once for a sitting. Only its code is
 * kept, never the note: a note may name somebody.
 */
final class SittingPurpose {
  private static final String ATTRIBUTE = "people.purpose";

  private SittingPurpose() {}

  static void remember(HttpServletRequest request, @Nullable Purpose purpose) {
    HttpSession session = request.getSession(false);
    if (session != null && purpose != null && !purpose.name().equals(of(request))) {
      session.setAttribute(ATTRIBUTE, purpose.name());
    }
  }

  /** Its name, empty where none was named yet. */
  static String of(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    Object known = session == null ? null : session.getAttribute(ATTRIBUTE);
    return known instanceof String name ? name.toUpperCase(Locale.ROOT) : "";
  }
}
