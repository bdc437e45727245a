package vn.lachan.app.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.lachan.app.access.Actor;
import vn.lachan.app.access.SignedIn;

/** What a session holds, the number of an account, and what a request learns from it. */
final class SignInSession {
  /** The request's attribute with the {@link SignedIn}. */
  static final String SIGNED_IN = "signedIn";

  /** The request's attribute with the {@link Actor}; pages read it as {@code actor}. */
  static final String ACTOR = "actor";

  private static final String ACCOUNT = "account";

  private SignInSession() {}

  /** Begins a session anew, so that one fixed by somebody else is worth nothing. */
  static void begin(HttpServletRequest request, long account) {
    end(request);
    request.getSession(true).setAttribute(ACCOUNT, account);
  }

  static void end(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    if (session != null) {
      session.invalidate();
    }
  }

  static @Nullable Long account(HttpSession session) {
    return session.getAttribute(ACCOUNT) instanceof Long account ? account : null;
  }

  /** Whether the password was changed since the session began. */
  static boolean isOver(HttpSession session, SignedIn signedIn) {
    Instant changed = signedIn.passwordSetAt();
    return changed != null && session.getCreationTime() < changed.toEpochMilli();
  }

  static void remember(HttpServletRequest request, SignedIn signedIn) {
    request.setAttribute(SIGNED_IN, signedIn);
    request.setAttribute(ACTOR, signedIn.actor());
  }

  static Optional<SignedIn> of(HttpServletRequest request) {
    return Optional.ofNullable((SignedIn) request.getAttribute(SIGNED_IN));
  }
}
