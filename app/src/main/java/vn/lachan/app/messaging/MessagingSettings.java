package vn.lachan.app.messaging;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of sending.
 *
 * @param gatewayUrl where an SMS gateway takes a POST; empty means that there is none
 * @param gatewayToken sent as a bearer token; a secret, from a file or the environment
 * @param gatewayBody the body of the POST, with {@code {phone}} and {@code {text}} where they stand
 *     inside JSON strings
 * @param gatewayTimeout how long an answer is waited for
 * @param batchMessages messages taken from the outbox at once
 * @param triesAtMost tries before a message counts as refused
 * @param firstPause pause after a first try that must be repeated; doubled each time
 * @param lease how long a taken message may be on its way before another copy of the program takes
 *     its outcome for unknown; longer than {@code gatewayTimeout}
 * @param handsetMessages messages that the drill's handset remembers
 * @param handsetMinutes minutes for which it remembers them
 * @param keepDays days for which finished rows stay in the outbox
 */
@ConfigurationProperties("messaging")
public record MessagingSettings(
    @DefaultValue("") String gatewayUrl,
    @DefaultValue("") String gatewayToken,
    @DefaultValue("{\"to\":\"{phone}\",\"text\":\"{text}\"}") String gatewayBody,
    @DefaultValue("10s") Duration gatewayTimeout,
    @DefaultValue("20") int batchMessages,
    @DefaultValue("5") int triesAtMost,
    @DefaultValue("10s") Duration firstPause,
    @DefaultValue("2m") Duration lease,
    @DefaultValue("200") int handsetMessages,
    @DefaultValue("30") int handsetMinutes,
    @DefaultValue("30") int keepDays) {
  public MessagingSettings {
    if (lease.compareTo(gatewayTimeout) <= 0) {
      throw new IllegalArgumentException("messaging.lease must be longer than gateway-timeout");
    }
  }

  @Override
  public String toString() {
    return "MessagingSettings[" + gatewayUrl + "]";
  }
}
