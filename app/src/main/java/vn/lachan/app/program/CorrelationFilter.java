package vn.lachan.app.program;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
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
  private static final String UNREADABLE =
      "Địa chỉ có ký tự không đọc được. / The address has characters that cannot be read.";

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
    } catch (InvalidParameterException failure) {
      if (!isUnreadable(failure)) {
        throw failure;
      }
      answer(response);
    } catch (ServletException failure) {
      if (!isUnreadable(failure.getCause())) {
        throw failure;
      }
      answer(response);
    } finally {
      MDC.remove(NAME);
    }
  }

  private static boolean isUnreadable(@Nullable Throwable failure) {
    return failure instanceof InvalidParameterException wrong
        && wrong.getErrorCode() == HttpServletResponse.SC_BAD_REQUEST;
  }

  /** In plain words: the page of errors would read the parameters once more, and fail again. */
  private static void answer(HttpServletResponse response) throws IOException {
    response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
    response.setContentType("text/plain;charset=UTF-8");
    response.getWriter().write(UNREADABLE);
  }
}
