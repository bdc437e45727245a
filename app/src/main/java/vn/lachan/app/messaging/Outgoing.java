package vn.lachan.app.messaging;

import java.util.Locale;
import java.util.Map;

/**
 * To whom a message goes and what stands in it. It lives for one sending and is written nowhere.
 *
 * @param phone digits of the international form, such as 84912345678
 * @param language of the receiver
 * @param values what replaces {@code [name]} in the template's text
 */
public record Outgoing(String phone, Locale language, Map<String, String> values) {
  public Outgoing {
    values = Map.copyOf(values);
  }

  @Override
  public String toString() {
    return "Outgoing[" + language + "]";
  }
}
