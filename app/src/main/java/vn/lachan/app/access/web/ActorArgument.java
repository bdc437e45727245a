package vn.lachan.app.access.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import vn.lachan.app.access.Actor;
import vn.lachan.app.access.SignedIn;
import vn.lachan.app.kernel.Refusal;

/** Gives controllers who acts; nobody is allowed only where the parameter is {@code @Nullable}. */
class ActorArgument implements HandlerMethodArgumentResolver {
  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == Actor.class;
  }

  @Override
  public @Nullable Object resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest request,
      @Nullable WebDataBinderFactory binders) {
    HttpServletRequest servlet =
        Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class));
    Actor actor = SignInSession.of(servlet).map(SignedIn::actor).orElse(null);
    if (actor == null && !parameter.isOptional()) {
      throw new Refusal(Refusal.Kind.UNAUTHENTICATED, "access.unauthenticated");
    }
    return actor;
  }
}
