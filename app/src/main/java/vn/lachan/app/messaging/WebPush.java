package vn.lachan.app.messaging;

import com.zerodeplibs.webpush.UserAgentMessageEncryptionKeyInfo;
import com.zerodeplibs.webpush.key.InvalidECPublicKeyException;
import com.zerodeplibs.webpush.key.MalformedUncompressedBytesException;
import org.springframework.stereotype.Component;
import vn.lachan.app.kernel.Inside;
import vn.lachan.app.kernel.Refusal;

/** What modules whose pages ask browsers to listen need to know. */
@Component
public class WebPush {
  private static final int POINT_BYTES = 65;
  private static final int SECRET_BYTES = 16;

  private final PushKeys keys;
  private final PushAddresses addresses;

  WebPush(PushKeys keys, PushAddresses addresses) {
    this.keys = keys;
    this.addresses = addresses;
  }

  /** Our public key, under which a browser subscribes, and its id. */
  public record Key(String id, String publicKey) {}

  @Inside("a public key")
  public Key key() {
    PushKeys.Version newest = keys.newest();
    return new Key(newest.id(), newest.publicKey());
  }

  /**
   * Checks what a browser says of itself.
   *
   * @throws Refusal {@code messaging.refused.push-service}, {@code messaging.refused.push-keys}
   */
  @Inside("a check of form")
  public void check(String endpoint, String publicKey, String secret) {
    if (addresses.known(endpoint).isEmpty()) {
      throw Refusal.invalid("messaging.refused.push-service");
    }
    if (length(publicKey) != POINT_BYTES || length(secret) != SECRET_BYTES) {
      throw wrongKeys();
    }
    try {
      UserAgentMessageEncryptionKeyInfo.of(publicKey, secret);
    } catch (IllegalArgumentException
        | InvalidECPublicKeyException
        | MalformedUncompressedBytesException _) {
      throw wrongKeys();
    }
  }

  /** Bytes of what is said in base64url; -1 where it is something else. */
  private static int length(String text) {
    return text.matches("[A-Za-z0-9_-]{1,100}") ? text.length() * 3 / 4 : -1;
  }

  private static Refusal wrongKeys() {
    return Refusal.invalid("messaging.refused.push-keys");
  }
}
