package vn.lachan.app.access.web;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.HeaderWriterFilter;
import vn.lachan.app.access.Actors;
import vn.lachan.app.access.Tokens;

/**
 * The chains of filters in front of every request. They find out who calls and refuse what is
 * forged; who may call what is the {@link RouteGuard}'s, nearer to the route.
 */
@Configuration(proxyBeanMethods = false)
class WebSecurity {
  private static final String CSRF_COOKIE = "lachan-form";

  @Bean
  @Order(1)
  SecurityFilterChain assets(HttpSecurity http, Headers headers) {
    return bare(http.securityMatcher("/assets/**", "/webjars/**"))
        .headers(headers::strictAndCacheable)
        .csrf(AbstractHttpConfigurer::disable)
        .build();
  }

  @Bean
  @Order(2)
  SecurityFilterChain actuator(HttpSecurity http, Headers headers, Tokens tokens, Clock clock) {
    return bare(http.securityMatcher("/actuator/**"))
        .headers(headers::strict)
        .csrf(AbstractHttpConfigurer::disable)
        .addFilterAfter(new ActuatorFilter(tokens, clock), HeaderWriterFilter.class)
        .build();
  }

  @Bean
  @Order(3)
  SecurityFilterChain api(HttpSecurity http, Headers headers, Tokens tokens, Clock clock) {
    return bare(http.securityMatcher(
            "/api/**", "/v3/api-docs", "/v3/api-docs/**", "/v3/api-docs.yaml"))
        .headers(headers::strict)
        .csrf(AbstractHttpConfigurer::disable)
        .addFilterAfter(new TokenFilter(tokens, clock), HeaderWriterFilter.class)
        .build();
  }

  @Bean
  @Order(4)
  SecurityFilterChain pages(HttpSecurity http, Headers headers, Actors actors, Clock clock) {
    return bare(http)
        .headers(headers::strict)
        .csrf(csrf -> csrf.csrfTokenRepository(formTokens()))
        .exceptionHandling(handling -> handling.accessDeniedHandler(new ForgedFormHandler()))
        .addFilterBefore(new SessionFilter(actors, clock), CsrfFilter.class)
        .build();
  }

  /**
   * The token of forms lies in a cookie of its own, so that reading a page needs no session and a
   * form outlives one.
   */
  private static CookieCsrfTokenRepository formTokens() {
    var tokens = new CookieCsrfTokenRepository();
    tokens.setCookieName(CSRF_COOKIE);
    tokens.setHeaderName("X-CSRF-TOKEN");
    tokens.setCookieCustomizer(cookie -> cookie.sameSite("Lax"));
    return tokens;
  }

  /** Without everything that Spring Security does for those who sign in its way. */
  private static HttpSecurity bare(HttpSecurity http) {
    return http.securityContext(AbstractHttpConfigurer::disable)
        .sessionManagement(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .anonymous(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable);
  }
}
