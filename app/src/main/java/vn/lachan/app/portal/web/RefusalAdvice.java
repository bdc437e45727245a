package vn.lachan.app.portal.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.context.MessageSource;
import org.springframework.context.NoSuchMessageException;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.BindException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.NoHandlerFoundException;
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
    TypeMismatchException.class,
    ServletRequestBindingException.class,
    BindException.class,
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

  /** A date that no calendar holds, or a character that no text may: nobody typed it by hand. */
  @ExceptionHandler({
    DateTimeException.class,
    IllegalArgumentException.class,
    DataIntegrityViolationException.class
  })
  Object unstorable(RuntimeException exception, HttpServletRequest request, Locale locale) {
    if (!isOfValue(exception)) {
      throw exception;
    }
    LOG.warn("a value out of range: {}", exception.getClass().getSimpleName());
    return answer(Refusal.invalid("portal.malformed"), request, locale);
  }

  @ExceptionHandler({NoResourceFoundException.class, NoHandlerFoundException.class})
  Object missing(HttpServletRequest request, Locale locale) {
    return answer(Refusal.notFound("portal.not-found"), request, locale);
  }

  @ExceptionHandler({
    HttpRequestMethodNotSupportedException.class,
    HttpMediaTypeNotSupportedException.class,
    HttpMediaTypeNotAcceptableException.class
  })
  Object unsupported(Exception exception, HttpServletRequest request, Locale locale) {
    var status =
        exception instanceof ErrorResponse known
            ? HttpStatus.valueOf(known.getStatusCode().value())
            : HttpStatus.BAD_REQUEST;
    return answer(Refusal.invalid("portal.unsupported"), status, request, locale);
  }

  /** What came to nothing before or outside a controller; the container asks for its page. */
  Object answer(HttpStatus status, String path, HttpServletRequest request, Locale locale) {
    var refusal = Refusal.invalid(code(status));
    return path.startsWith("/api/")
        ? problem(refusal, status, words(refusal, locale), correlation(request))
        : page(refusal, status, request, locale);
  }

  private Object answer(Refusal refusal, HttpServletRequest request, Locale locale) {
    HttpStatus status = HttpStatus.valueOf(refusal.kind().status());
    return answer(refusal, status, request, locale);
  }

  private Object answer(
      Refusal refusal, HttpStatus status, HttpServletRequest request, Locale locale) {
    LOG.info("refused {} {}", refusal.kind(), refusal.code());
    // A reader who asked for another form than ours still gets the reason.
    request.removeAttribute(HandlerMapping.PRODUCIBLE_MEDIA_TYPES_ATTRIBUTE);
    return request.getRequestURI().startsWith("/api/")
        ? problem(refusal, status, words(refusal, locale), correlation(request))
        : page(refusal, status, request, locale);
  }

  private static String correlation(HttpServletRequest request) {
    return String.valueOf(request.getAttribute("correlation"));
  }

  /**
   * Whether the value itself was refused, by the calendar or by the database (SQLSTATE class 22),
   * not its relation to others. Anything else is an error of the program.
   */
  private static boolean isOfValue(RuntimeException exception) {
    return switch (NestedExceptionUtils.getMostSpecificCause(exception)) {
      case DateTimeException ignored -> true;
      case ArithmeticException ignored -> true;
      case SQLException cause ->
          cause.getSQLState() != null && cause.getSQLState().startsWith("22");
      default -> false;
    };
  }

  private static String code(HttpStatus status) {
    return switch (status) {
      case NOT_FOUND -> "portal.not-found";
      case CONTENT_TOO_LARGE -> "portal.too-large";
      default -> status.is5xxServerError() ? "portal.broken.text" : "portal.malformed";
    };
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
      Refusal refusal, HttpStatus status, String words, String correlation) {
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

  private ModelAndView page(
      Refusal refusal, HttpStatus status, HttpServletRequest request, Locale locale) {
    boolean fragment = request.getHeader("HX-Request") != null;
    var page = new ModelAndView(fragment ? "portal/refusal :: part" : "portal/refusal");
    page.setStatus(status);
    page.addObject("words", words(refusal, locale));
    page.addObject("code", refusal.code());
    page.addObject("kind", refusal.kind().name());
    page.addObject("correlation", correlation(request));
    page.addObject("shell", frame.shell(actor(request), request, locale));
    return page;
  }
}
