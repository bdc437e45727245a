package vn.lachan.app.access.web;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.stereotype.Component;
import vn.lachan.app.program.MapSettings;

/** The headers that stand on every answer; only an operator's own tile server is added to them. */
@Component
final class Headers {
  private static final String CONTENT =
      String.join(
          "; ",
          "default-src 'none'",
          "script-src 'self'",
          "style-src 'self'",
          "img-src 'self' data:%s",
          "font-src 'self'",
          "connect-src 'self'",
          "form-action 'self'",
          "base-uri 'none'",
          "frame-ancestors 'none'",
          "manifest-src 'self'",
          "worker-src 'self'");

  private static final String PERMISSIONS =
      "camera=(self), geolocation=(self), microphone=(), payment=(), usb=()";

  private static final long HSTS_SECONDS = 31_536_000;

  private final String content;

  Headers(MapSettings map) {
    this.content = CONTENT.formatted(map.origin().isEmpty() ? "" : " " + map.origin());
  }

  /**
   * Strict headers. The referrer goes to our own pages only: with {@code no-referrer} browsers send
   * {@code Origin: null} even with our own forms, and a form typed here could not be told from a
   * forged one.
   */
  void strict(HeadersConfigurer<HttpSecurity> headers) {
    headers
        .contentSecurityPolicy(policy -> policy.policyDirectives(content))
        .httpStrictTransportSecurity(hsts -> hsts.maxAgeInSeconds(HSTS_SECONDS))
        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
        .permissionsPolicyHeader(permissions -> permissions.policy(PERMISSIONS))
        .crossOriginOpenerPolicy(opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN));
  }

  /** The same for what may be kept by caches. */
  void strictAndCacheable(HeadersConfigurer<HttpSecurity> headers) {
    strict(headers);
    headers.cacheControl(cache -> cache.disable());
  }
}
