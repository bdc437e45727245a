package vn.lachan.app.messaging;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of messages to browsers.
 *
 * @param services hosts of push services that are sent to and no others, since browsers name the
 *     address; {@code *.} before a name means all hosts below it
 * @param contact where a push service can reach the operator, a {@code mailto:} or {@code https:}
 *     address; empty means the program's public address
 * @param timeout how long an answer is waited for
 * @param lifetime how long a push service keeps a message for a phone that is off
 */
@ConfigurationProperties("messaging.push")
public record PushSettings(
    @DefaultValue({
          "fcm.googleapis.com",
          "*.push.services.mozilla.com",
          "*.push.apple.com",
          "*.notify.windows.com"
        })
        List<String> services,
    @DefaultValue("") String contact,
    @DefaultValue("10s") Duration timeout,
    @DefaultValue("24h") Duration lifetime) {
  public PushSettings {
    services = List.copyOf(services);
    require(services.stream().noneMatch(name -> name.isBlank() || name.equals("*.")), "services");
    require(
        contact.isEmpty() || contact.startsWith("mailto:") || contact.startsWith("https:"),
        "contact");
    require(timeout.isPositive(), "timeout");
    require(!lifetime.isNegative(), "lifetime");
  }

  private static void require(boolean valid, String setting) {
    if (!valid) {
      throw new IllegalArgumentException("Check the setting messaging.push." + setting);
    }
  }
}
