package vn.lachan.app.kernel;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A route without a permission, with the reason why anybody may call it. */
@Documented
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Open {
  String value();

  /** Whether the route is for anybody who is signed in, whatever the role. */
  boolean signedIn() default false;
}
