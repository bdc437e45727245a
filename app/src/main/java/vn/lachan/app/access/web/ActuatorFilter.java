package vn.lachan.app.access.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Whether the program lives is for anybody to ask; its figures are for this machine only, and a
 * request that a proxy handed on did not come from this machine.
 */
class ActuatorFilter extends OncePerRequestFilter {
  private static final List<String> FORWARDED =
      List.of("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP", "Via");

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (isHealth(request) || isFromHere(request)) {
      chain.doFilter(request, response);
    } else {
      response.setStatus(HttpServletResponse.SC_NOT_FOUND);
    }
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
