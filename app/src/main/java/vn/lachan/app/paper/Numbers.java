package vn.lachan.app.paper;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.lachan.app.kernel.Refusal;

/** Numbers that may be missing, and those that stand in addresses. */
final class Numbers {
  private Numbers() {}

  static Stream<Long> known(@Nullable Long number) {
    return number == null ? Stream.empty() : Stream.of(number);
  }

  /** Where a list goes on. */
  static @Nullable Long key(@Nullable String after) {
    if (after == null || after.isBlank()) {
      return null;
    }
    if (!after.matches("\\d{1,18}")) {
      throw Refusal.invalid("portal.malformed");
    }
    return Long.valueOf(after);
  }
}
