package vn.lachan.app.portal.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import vn.lachan.app.kernel.Open;

/**
 * Where the container ends what failed outside a controller, and what broke inside one: a problem
 * to programs, a page to people, never a stack trace.
 */
@Controller
class ErrorPages implements ErrorController {
  private final RefusalAdvice advice;

  ErrorPages(RefusalAdvice advice) {
    this.advice = advice;
  }

  @Open("everybody may hear that something failed")
  @RequestMapping("/error")
  Object error(HttpServletRequest request, Locale locale) {
    HttpStatus status = status(request);
    String path = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
    if (status.is5xxServerError() && !path.startsWith("/api/")) {
      return new ModelAndView("error", status);
    }
    return advice.answer(status, path, request, locale);
  }

  /** Whoever asks for this address itself finds nothing. */
  private static HttpStatus status(HttpServletRequest request) {
    Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    @Nullable HttpStatus known = code instanceof Integer number ? HttpStatus.resolve(number) : null;
    if (known != null) {
      return known;
    }
    return code == null ? HttpStatus.NOT_FOUND : HttpStatus.INTERNAL_SERVER_ERROR;
  }
}
