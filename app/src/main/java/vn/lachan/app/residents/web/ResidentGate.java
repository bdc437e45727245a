package vn.lachan.app.residents.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.MethodParameter;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import vn.lachan.app.residents.Resident;
import vn.lachan.app.residents.ResidentAccounts;

/**
 * Gives controllers the resident, and leads whoever is none to the sign-in: a route needs a
 * resident when it takes one. What a resident sees is kept by no cache.
 */
@Configuration(proxyBeanMethods = false)
class ResidentGate implements HandlerMethodArgumentResolver, HandlerInterceptor, WebMvcConfigurer {
  private static final String RESIDENT = "residents.resident";
  private static final String SIGN_IN = "/residents/sign-in";

  private final ResidentAccounts accounts;
  private final Clock clock;

  ResidentGate(@Lazy ResidentAccounts accounts, Clock clock) {
    this.accounts = accounts;
    this.clock = clock;
  }

  @Override
  public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
    resolvers.add(this);
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(this).addPathPatterns("/residents", "/residents/**");
  }

  @Override
  public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
      throws IOException {
    if (!(handler instanceof HandlerMethod method) || !needsResident(method)) {
      return true;
    }
    response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
    Optional<Resident> resident = resident(request);
    if (resident.isPresent()) {
      request.setAttribute(RESIDENT, resident.get());
      return true;
    }
    if (request.getHeader("X-CSRF-TOKEN") != null) {
      response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
      return false;
    }
    boolean reads = request.getMethod().equals("GET");
    String first = isWaiting(request) ? WhoPages.PATH : SIGN_IN;
    response.sendRedirect(first + (reads ? "?to=" + request.getRequestURI() : ""));
    return false;
  }

  private boolean isWaiting(HttpServletRequest request) {
    String token = ResidentCookie.read(request);
    return token != null && accounts.waiting(token, clock.instant()).isPresent();
  }

  /** Whoever's cookie came with the request; also for pages that strangers see too. */
  Optional<Resident> resident(HttpServletRequest request) {
    String token = ResidentCookie.read(request);
    return token == null ? Optional.empty() : accounts.byToken(token, clock.instant());
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == Resident.class;
  }

  @Override
  public Resident resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest request,
      @Nullable WebDataBinderFactory binders) {
    HttpServletRequest servlet =
        Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class));
    return (Resident) Objects.requireNonNull(servlet.getAttribute(RESIDENT), "not led here");
  }

  private static boolean needsResident(HandlerMethod method) {
    return Arrays.stream(method.getMethodParameters())
        .anyMatch(parameter -> parameter.getParameterType() == Resident.class);
  }
}
