package vn.lachan.app.program;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives every request an id that stands in its log lines, its audit entries and, small, beneath its
 * errors. The id is always the program's own: one from outside could carry anything into the log.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class CorrelationFilter extends OncePerRequestFilter {
  static final String NAME = "correlation";
  private static final int ID_BYTES = 6;

  private final SecureRandom random = new SecureRandom();

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    byte[] id = new byte[ID_BYTES];
    random.nextBytes(id);
    String correlation = HexFormat.of().formatHex(id);
    MDC.put(NAME, correlation);
    request.setAttribute(NAME, correlation);
    response.setHeader("X-Correlation-Id", correlation);
    try {
      chain.doFilter(request, response);
    } finally {
      MDC.remove(NAME);
    }
  }
}
