package vn.lachan.app.portal.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.context.NoSuchMessageException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import vn.lachan.app.access.Actor;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.app.kernel.Refusal.Kind;

/**
 * Says why something was refused, in the reader's language: as an RFC 9457 problem to programs, as
 * a page to people, as a fragment to a part of a page. What happened, what was kept, what to do
 * stands in the message; the code and correlation id small beneath.
 */
@ControllerAdvice
class RefusalAdvice {
  private static final Logger LOG = LoggerFactory.getLogger(RefusalAdvice.class);
  private static final String RETRY_SECONDS = "2";

  private final MessageSource messages;
  private final ShellAdvice frame;

  RefusalAdvice(MessageSource messages, ShellAdvice frame) {
    this.messages = messages;
    this.frame = frame;
  }

  @ExceptionHandler(Refusal.class)
  Object refused(Refusal refusal, HttpServletRequest request, Locale locale) {
    return answer(refusal, request, locale);
  }

  @ExceptionHandler({
    MethodArgumentTypeMismatchException.class,
    MissingServletRequestParameterException.class,
    HttpMessageNotReadableException.class
  })
  Object malformed(Exception exception, HttpServletRequest request, Locale locale) {
    if (exception.getCause() instanceof Refusal refusal) {
      return answer(refusal, request, locale);
    }
    return answer(Refusal.invalid("portal.malformed"), request, locale);
  }

  @ExceptionHandler(MaxUploadSizeExceededException.class)
  Object tooLarge(HttpServletRequest request, Locale locale) {
    return answer(new Refusal(Kind.TOO_LARGE, "portal.too-large"), request, locale);
  }

  @ExceptionHandler(NoResourceFoundException.class)
  Object missing(HttpServletRequest request, Locale locale) {
    return answer(Refusal.notFound("portal.not-found"), request, locale);
  }

  @ExceptionHandler({
    HttpRequestMethodNotSupportedException.class,
    HttpMediaTypeNotSupportedException.class
  })
  Object unsupported(HttpServletRequest request, Locale locale) {
    return answer(Refusal.invalid("portal.unsupported"), request, locale);
  }

  private Object answer(Refusal refusal, HttpServletRequest request, Locale locale) {
    LOG.info("refused {} {}", refusal.kind(), refusal.code());
    String words = words(refusal, locale);
    String correlation = String.valueOf(request.getAttribute("correlation"));
    return request.getRequestURI().startsWith("/api/")
        ? problem(refusal, words, correlation)
        : page(refusal, words, correlation, request.getHeader("HX-Request") != null)
            .addObject("shell", frame.shell(actor(request), request, locale));
  }

  private String words(Refusal refusal, Locale locale) {
    try {
      return messages.getMessage(refusal.code(), refusal.arguments().toArray(), locale);
    } catch (NoSuchMessageException e) {
      return refusal.code();
    }
  }

  /** Model attributes of other advice are not made for an answer to an exception. */
  private static @Nullable Actor actor(HttpServletRequest request) {
    return request.getAttribute("actor") instanceof Actor actor ? actor : null;
  }

  private static ResponseEntity<ProblemDetail> problem(
      Refusal refusal, String words, String correlation) {
    HttpStatus status = HttpStatus.valueOf(refusal.kind().status());
    ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, words);
    problem.setType(URI.create("urn:lachan:" + refusal.code()));
    problem.setTitle(status.getReasonPhrase());
    problem.setProperty("code", refusal.code());
    problem.setProperty("correlation", correlation);
    var answer = ResponseEntity.status(status).contentType(MediaType.APPLICATION_PROBLEM_JSON);
    if (refusal.kind() == Kind.UNAVAILABLE || refusal.kind() == Kind.TOO_MANY) {
      answer.header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
    }
    return answer.body(problem);
  }

  private static ModelAndView page(
      Refusal refusal, String words, String correlation, boolean fragment) {
    var page = new ModelAndView(fragment ? "portal/refusal :: part" : "portal/refusal");
    page.setStatus(HttpStatus.valueOf(refusal.kind().status()));
    page.addObject("words", words);
    page.addObject("code", refusal.code());
    page.addObject("kind", refusal.kind().name());
    page.addObject("correlation", correlation);
    return page;
  }
}
