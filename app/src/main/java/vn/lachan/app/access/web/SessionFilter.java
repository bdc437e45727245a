package vn.lachan.app.access.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import org.springframework.web.filter.OncePerRequestFilter;
import vn.lachan.app.access.Actors;
import vn.lachan.app.access.SignedIn;

/** Loads who is signed in by the session; a closed account or a changed password ends it here. */
class SessionFilter extends OncePerRequestFilter {
  private final Actors actors;
  private final Clock clock;

  SessionFilter(Actors actors, Clock clock) {
    this.actors = actors;
    this.clock = clock;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    HttpSession session = request.getSession(false);
    Long account = session == null ? null : SignInSession.account(session);
    if (session != null && account != null) {
      Optional<SignedIn> found =
          actors
              .find(account, clock.instant())
              .filter(signedIn -> !SignInSession.isOver(session, signedIn));
      if (found.isPresent()) {
        SignInSession.remember(request, found.get());
      } else {
        session.invalidate();
      }
    }
    chain.doFilter(request, response);
  }
}
