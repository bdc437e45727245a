package vn.lachan.app.residents.web;

import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.engine.scan.PersonName;
import vn.lachan.engine.scan.PhoneNumber;
import vn.lachan.engine.scan.PlaceCode;
import vn.lachan.engine.scan.Reading;
import vn.lachan.engine.scan.ServerScanPorts;

/** From what was typed to what it means. */
final class Typed {
  private static final ServerScanPorts PORTS = new ServerScanPorts();
  private static final int PATH_MOST = 200;

  private Typed() {}

  static PhoneNumber phone(@Nullable String text) {
    return value(PhoneNumber.parse(orEmpty(text)));
  }

  static PersonName name(@Nullable String text) {
    return value(PersonName.parse(orEmpty(text), PORTS));
  }

  static PlaceCode place(String text) {
    return value(PlaceCode.parse(text));
  }

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

  /** A page of this app, or its first page: nobody is led elsewhere by a link. */
  static String ownPath(String to) {
    boolean own =
        to.startsWith("/residents")
            && to.length() <= PATH_MOST
            && to.chars().allMatch(letter -> letter > ' ' && letter < 127 && letter != '\\');
    return own && !to.contains("..") ? to : "/residents";
  }

  private static String orEmpty(@Nullable String text) {
    return Objects.requireNonNullElse(text, "");
  }
}
