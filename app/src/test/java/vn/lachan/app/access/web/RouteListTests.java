package vn.lachan.app.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import vn.lachan.app.ProgramTest;

/** Lists every route with who may call it; fails where a route does not say. */
@ProgramTest
class RouteListTests {
  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  private RequestMappingHandlerMapping routes;

  @Test
  void everyRouteSaysWhoMayCallIt() {
    Set<String> table = new TreeSet<>();
    List<String> silent = new ArrayList<>();
    routes
        .getHandlerMethods()
        .forEach(
            (info, method) -> {
              String rule =
                  RouteRule.isOfLibrary(method)
                      ? "open: of a library"
                      : RouteRule.of(method).text();
              table.add("%-62s %s".formatted(name(info), rule));
              if (!RouteRule.isOfLibrary(method) && !RouteRule.of(method).isStated()) {
                silent.add(name(info) + " " + method.getShortLogMessage());
              }
            });
    System.out.println(String.join("\n", table));
    assertThat(silent).isEmpty();
  }

  @Test
  void librariesBringOnlyTheRoutesThatAreKnown() {
    List<String> found = new ArrayList<>();
    routes
        .getHandlerMethods()
        .forEach(
            (info, method) -> {
              if (!isOurs(method)) {
                found.add(name(info));
              }
            });
    assertThat(found).allMatch(route -> route.contains("/v3/api-docs") || route.contains("/error"));
  }

  /** A metric of a route beyond the limit would be dropped, with a warning. */
  @Test
  void everyRouteHasItsMetric(
      @Value("${management.metrics.web.server.max-uri-tags}") int mostAddresses) {
    long addresses =
        routes.getHandlerMethods().keySet().stream()
            .flatMap(info -> info.getPatternValues().stream())
            .distinct()
            .count();
    assertThat(addresses).isLessThan(mostAddresses);
  }

  private static boolean isOurs(HandlerMethod method) {
    return method.getBeanType().getName().startsWith("vn.lachan.");
  }

  private static String name(RequestMappingInfo info) {
    return info.getPatternValues() + " " + info.getMethodsCondition().getMethods();
  }
}
