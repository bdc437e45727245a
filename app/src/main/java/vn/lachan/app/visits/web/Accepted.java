package vn.lachan.app.visits.web;

import java.util.Locale;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.engine.scan.Reading;

/** Takes the value of a text that was read, or refuses with the reader's own reason. */
final class Accepted {
  private Accepted() {}

  /**
   * The value.
   *
   * @throws Refusal {@code visits.scan.…} named after the reader's reason
   */
  static <T> T value(Reading<T> reading) {
    return switch (reading) {
      case Reading.Accepted<T>(T value) -> value;
      case Reading.Rejected<T>(var refused) ->
          throw Refusal.invalid(
              "visits.scan." + refused.code().name().toLowerCase(Locale.ROOT).replace('_', '-'),
              refused.parameters().toArray());
    };
  }
}
