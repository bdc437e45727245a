package vn.lachan.app.gates.web;

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
import vn.lachan.app.gates.GateDevice;
import vn.lachan.app.gates.GateDoor;
import vn.lachan.app.kernel.Refusal;

/**
 * Gives controllers the device that calls. Besides the cookie it asks for a header, which no form
 * of another site can set.
 */
@Configuration(proxyBeanMethods = false)
class DeviceArgument implements HandlerMethodArgumentResolver, WebMvcConfigurer {
  private static final String HEADER = "X-Lachan-Gate";

  private final GateDoor door;

  DeviceArgument(GateDoor door) {
    this.door = door;
  }

  @Override
  public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
    resolvers.add(this);
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == GateDevice.class;
  }

  @Override
  public GateDevice resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest request,
      @Nullable WebDataBinderFactory binders) {
    HttpServletRequest servlet =
        Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class));
    String token = servlet.getHeader(HEADER) == null ? "" : DeviceCookie.read(servlet);
    return door.device(token)
        .orElseThrow(
            () -> new Refusal(Refusal.Kind.UNAUTHENTICATED, "gates.refused.unknown-device"));
  }
}
