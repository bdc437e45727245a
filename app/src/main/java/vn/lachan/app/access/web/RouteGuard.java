package vn.lachan.app.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;
import vn.lachan.app.access.SignedIn;
import vn.lachan.app.kernel.Refusal;

/**
 * Lets a request through to a route only when the route states who may call it and the caller may.
 * What states nothing is refused, so that a forgotten annotation is a closed door.
 */
class RouteGuard implements HandlerInterceptor {
  private final SignInGate gate;

  RouteGuard(SignInGate gate) {
    this.gate = gate;
  }

  @Override
  public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
      throws Exception {
    if (handler instanceof ResourceHttpRequestHandler) {
      return true;
    }
    if (!(handler instanceof HandlerMethod method)) {
      throw Refusal.forbidden("access.forbidden");
    }
    if (RouteRule.isOfLibrary(method)) {
      return true;
    }
    RouteRule rule = RouteRule.of(method);
    Optional<SignedIn> signedIn = SignInSession.of(request);
    boolean first = request.getRequestURI().equals("/") && signedIn.isPresent();
    if (rule.isOpen() && !first) {
      return true;
    }
    if (signedIn.isEmpty()) {
      return gate.askToSignIn(request, response);
    }
    if (signedIn.get().mustChangePassword() && !isChangeOfPassword(request)) {
      return gate.leadTo(SignInGate.CHANGE_PASSWORD, request, response);
    }
    if (signedIn.get().secondFactor() == SignedIn.SecondFactor.MUST_BE_SET_UP
        && !isSettingUp(request)) {
      return gate.leadTo(SignInGate.SECOND_FACTOR, request, response);
    }
    if (!first && !rule.allows(signedIn.get().actor())) {
      throw Refusal.forbidden("access.forbidden");
    }
    return true;
  }

  /** Their own pages stay open: the password may be changed first. */
  private static boolean isSettingUp(HttpServletRequest request) {
    return request.getRequestURI().startsWith(SignInGate.SECOND_FACTOR)
        || isChangeOfPassword(request);
  }

  private static boolean isChangeOfPassword(HttpServletRequest request) {
    return request.getRequestURI().equals(SignInGate.CHANGE_PASSWORD)
        || request.getRequestURI().startsWith(SignInGate.CHANGE_PASSWORD + "/");
  }
}
