package vn.lachan.app.visits.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import vn.lachan.app.visits.DoorCookies;
import vn.lachan.app.visits.OwnPhone;

/**
 * Gives controllers of any module the visitor's phone, so that its cookies are read in one place.
 */
@Configuration(proxyBeanMethods = false)
class OwnPhoneArgument implements HandlerMethodArgumentResolver, WebMvcConfigurer {
  @Override
  public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
    resolvers.add(this);
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == OwnPhone.class;
  }

  @Override
  public OwnPhone resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest request,
      @Nullable WebDataBinderFactory binders) {
    return DoorCookies.phone(
        Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class)));
  }
}
