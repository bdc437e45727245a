package vn.lachan.app.privacy;

import org.jspecify.annotations.Nullable;

/**
 * Which requests are wanted; null means any.
 *
 * @param closed closed ones instead of those still to be done
 */
public record RequestFilter(boolean closed, boolean overdueOnly, @Nullable RequestKind kind) {
  public static RequestFilter open() {
    return new RequestFilter(false, false, null);
  }
}
