package vn.lachan.engine.scan;

import org.jspecify.annotations.Nullable;

/**
 * Takes the fields of one code in turn and keeps the first refusal, which names the first fault.
 */
final class Findings {
  private @Nullable Refused first;

  <T> @Nullable T take(Reading<T> reading) {
    return switch (reading) {
      case Reading.Accepted<T>(T value) -> value;
      case Reading.Rejected<T>(Refused refused) -> {
        if (first == null) {
          first = refused;
        }
        yield null;
      }
    };
  }

  /** The first refusal; there must be one. */
  Refused refused() {
    if (first == null) {
      throw new IllegalStateException("A field is missing that nobody refused");
    }
    return first;
  }
}
