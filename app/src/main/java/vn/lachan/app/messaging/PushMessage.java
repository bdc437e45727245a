package vn.lachan.app.messaging;

import org.jspecify.annotations.Nullable;

/**
 * What goes to one browser through its push service. It lives for one sending and is written
 * nowhere.
 *
 * @param endpoint the address that the browser gave
 * @param publicKey of the browser, in base64url
 * @param secret of the browser, in base64url
 * @param key the id of our key under which the browser subscribed
 * @param text what the page's worker gets; only the browser can read it
 * @param urgent whether a sleeping phone is woken for it
 * @param topic a later one of the same topic replaces it while the phone is off
 */
public record PushMessage(
    String endpoint,
    String publicKey,
    String secret,
    String key,
    String text,
    boolean urgent,
    @Nullable String topic) {
  @Override
  public String toString() {
    return "PushMessage[***]";
  }
}
