package vn.lachan.app.access.web;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;
import vn.lachan.app.access.Actor;
import vn.lachan.app.access.Permission;
import vn.lachan.app.access.Requires;
import vn.lachan.app.kernel.Open;

/**
 * What a route states about who may call it. The method's own annotation goes before its type's.
 *
 * @param permissions any one of them suffices; empty where the route is open or states nothing
 */
public record RouteRule(Kind kind, List<Permission> permissions, String reason) {
  enum Kind {
    OPEN,
    SIGNED_IN,
    PERMISSION,
    UNSTATED
  }

  public RouteRule {
    permissions = List.copyOf(permissions);
  }

  public static RouteRule of(HandlerMethod method) {
    RouteRule own =
        read(
            AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), Requires.class),
            AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), Open.class));
    if (own.isStated()) {
      return own;
    }
    return read(
        AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), Requires.class),
        AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), Open.class));
  }

  /** The description of the API and the container's error page come with their libraries. */
  public static boolean isOfLibrary(HandlerMethod method) {
    String type = method.getBeanType().getName();
    return type.startsWith("org.springdoc.")
        || type.equals("org.springframework.boot.webmvc.autoconfigure.error.BasicErrorController");
  }

  public boolean isStated() {
    return kind != Kind.UNSTATED;
  }

  boolean isOpen() {
    return kind == Kind.OPEN;
  }

  boolean allows(Actor actor) {
    return switch (kind) {
      case OPEN, SIGNED_IN -> true;
      case PERMISSION -> permissions.stream().anyMatch(actor::may);
      case UNSTATED -> false;
    };
  }

  /** For the table that a test prints. */
  public String text() {
    return switch (kind) {
      case OPEN -> "open: " + reason;
      case SIGNED_IN -> "signed in: " + reason;
      case PERMISSION ->
          permissions.stream().map(Permission::name).collect(Collectors.joining(" or "));
      case UNSTATED -> "NOTHING STATED";
    };
  }

  private static RouteRule read(@Nullable Requires requires, @Nullable Open open) {
    if (requires != null) {
      return new RouteRule(Kind.PERMISSION, Arrays.asList(requires.value()), "");
    }
    if (open != null) {
      return new RouteRule(open.signedIn() ? Kind.SIGNED_IN : Kind.OPEN, List.of(), open.value());
    }
    return new RouteRule(Kind.UNSTATED, List.of(), "");
  }
}
