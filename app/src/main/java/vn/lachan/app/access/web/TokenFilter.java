package vn.lachan.app.access.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import org.springframework.web.filter.OncePerRequestFilter;
import vn.lachan.app.access.SignedIn;
import vn.lachan.app.access.Tokens;

/** Finds out by the bearer token which program calls; without a good one nobody does. */
class TokenFilter extends OncePerRequestFilter {
  private static final String SCHEME = "Bearer ";

  private final Tokens tokens;
  private final Clock clock;

  TokenFilter(Tokens tokens, Clock clock) {
    this.tokens = tokens;
    this.clock = clock;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    caller(tokens, clock, request).ifPresent(signedIn -> SignInSession.remember(request, signedIn));
    chain.doFilter(request, response);
  }

  static Optional<SignedIn> caller(Tokens tokens, Clock clock, HttpServletRequest request) {
    String authorization = request.getHeader("Authorization");
    boolean bearer =
        authorization != null && authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
    return bearer
        ? tokens.use(authorization.substring(SCHEME.length()).strip(), clock.instant())
        : Optional.empty();
  }
}
