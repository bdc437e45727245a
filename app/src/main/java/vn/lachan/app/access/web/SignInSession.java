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
  private static final String SECOND_FACTOR = "second-factor";
  private static final String WAITING = "waiting";
  private static final String WAITING_UNTIL = "waiting-until";
  private static final long WAIT_MILLIS = 5 * 60_000;

  private SignInSession() {}

  /** Begins a session anew, so that one fixed by somebody else is worth nothing. */
  static void begin(HttpServletRequest request, long account) {
    end(request);
    request.getSession(true).setAttribute(ACCOUNT, account);
  }

  /** The same for whoever has shown the second factor. */
  static void beginWithSecondFactor(HttpServletRequest request, long account) {
    begin(request, account);
    request.getSession(true).setAttribute(SECOND_FACTOR, true);
  }

  /** The password was right; the code of the second factor is still to come. */
  static void await(HttpServletRequest request, long account, Instant now) {
    end(request);
    HttpSession session = request.getSession(true);
    session.setAttribute(WAITING, account);
    session.setAttribute(WAITING_UNTIL, now.toEpochMilli() + WAIT_MILLIS);
  }

  /** Whose code is awaited; null when nobody's, or for too long. */
  static @Nullable Long awaited(HttpServletRequest request, Instant now) {
    HttpSession session = request.getSession(false);
    boolean waits =
        session != null
            && session.getAttribute(WAITING_UNTIL) instanceof Long until
            && now.toEpochMilli() < until;
    return waits && session.getAttribute(WAITING) instanceof Long account ? account : null;
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

  /**
   * Whether the password was changed since the session began, or a second factor was set up that
   * the session has not shown.
   */
  static boolean isOver(HttpSession session, SignedIn signedIn) {
    Instant changed = signedIn.passwordSetAt();
    return (changed != null && session.getCreationTime() < changed.toEpochMilli())
        || (signedIn.secondFactor() == SignedIn.SecondFactor.ON && !hasSecondFactor(session));
  }

  static boolean hasSecondFactor(HttpSession session) {
    return session.getAttribute(SECOND_FACTOR) != null;
  }

  static void remember(HttpServletRequest request, SignedIn signedIn) {
    request.setAttribute(SIGNED_IN, signedIn);
    request.setAttribute(ACTOR, signedIn.actor());
  }

  static Optional<SignedIn> of(HttpServletRequest request) {
    return Optional.ofNullable((SignedIn) request.getAttribute(SIGNED_IN));
  }
}
