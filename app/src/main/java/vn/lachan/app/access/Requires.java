package vn.lachan.app.access;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import vn.lachan.app.kernel.Open;

/**
 * The permission that a route needs, any one of those named. A route states it or {@link Open}; one
 * that states neither is refused, and a test lists them all.
 */
@Documented
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Requires {
  Permission[] value();
}
