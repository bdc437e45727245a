package vn.lachan.app.access.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Clock;
import java.util.List;
import org.springframework.web.filter.OncePerRequestFilter;
import vn.lachan.app.access.Permission;
import vn.lachan.app.access.Tokens;

/**
 * Whether the program lives is for anybody to ask; its figures are for this machine only, and for a
 * token that may operate it. A request that a proxy handed on did not come from this machine.
 */
class ActuatorFilter extends OncePerRequestFilter {
  private static final List<String> FORWARDED =
      List.of("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP", "Via");

  private final Tokens tokens;
  private final Clock clock;

  ActuatorFilter(Tokens tokens, Clock clock) {
    this.tokens = tokens;
    this.clock = clock;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (isHealth(request) || isFromHere(request) || mayOperate(request)) {
      chain.doFilter(request, response);
    } else {
      response.setStatus(HttpServletResponse.SC_NOT_FOUND);
    }
  }

  private boolean mayOperate(HttpServletRequest request) {
    return TokenFilter.caller(tokens, clock, request)
        .filter(caller -> caller.actor().mayEverywhere(Permission.OPERATE))
        .isPresent();
  }

  private static boolean isHealth(HttpServletRequest request) {
    String path = request.getRequestURI();
    return path.equals("/actuator/health") || path.startsWith("/actuator/health/");
  }

  private static boolean isFromHere(HttpServletRequest request) throws IOException {
    return FORWARDED.stream().allMatch(name -> request.getHeader(name) == null)
        && InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress();
  }
}
