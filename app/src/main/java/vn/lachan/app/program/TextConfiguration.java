package vn.lachan.app.program;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;

/**
 * Texts in Vietnamese, with English beside them. A reader chooses the language on the page ({@code
 * ?lang=en}); it is remembered in a cookie.
 */
@Configuration(proxyBeanMethods = false)
class TextConfiguration implements WebMvcConfigurer {
  static final Locale VIETNAMESE = Locale.of("vi");

  @Bean
  MessageSource messageSource() {
    var messages = new ResourceBundleMessageSource();
    messages.setBasenames(moduleTexts());
    messages.setDefaultEncoding("UTF-8");
    messages.setFallbackToSystemLocale(false);
    messages.setDefaultLocale(VIETNAMESE);
    messages.setAlwaysUseMessageFormat(true);
    return messages;
  }

  @Bean
  LocaleResolver localeResolver() {
    var resolver = new CookieLocaleResolver("lachan-language");
    resolver.setDefaultLocaleFunction(TextConfiguration::unchosen);
    resolver.setRejectInvalidCookies(false);
    resolver.setCookieMaxAge(Duration.ofDays(365));
    resolver.setCookieHttpOnly(true);
    resolver.setCookieSameSite("Lax");
    return resolver;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    var change = new LocaleChangeInterceptor();
    change.setParamName("lang");
    change.setIgnoreInvalidLocale(true);
    // The page of an error must not read a body that was the error.
    registry.addInterceptor(change).excludePathPatterns("/error");
  }

  /** Vietnamese for people who chose nothing; a program says by a header what it reads. */
  private static Locale unchosen(HttpServletRequest request) {
    boolean english =
        request.getRequestURI().startsWith("/api/")
            && request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) != null
            && request.getLocale().getLanguage().equals(Locale.ENGLISH.getLanguage());
    return english ? Locale.ENGLISH : VIETNAMESE;
  }

  private static String[] moduleTexts() {
    try {
      Resource[] files =
          new PathMatchingResourcePatternResolver()
              .getResources("classpath*:messages/*.properties");
      return Arrays.stream(files)
          .map(file -> Objects.requireNonNull(file.getFilename()))
          .filter(name -> !name.endsWith("_en.properties"))
          .map(name -> "messages/" + name.substring(0, name.length() - ".properties".length()))
          .sorted()
          .toArray(String[]::new);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot list the message files", e);
    }
  }
}
