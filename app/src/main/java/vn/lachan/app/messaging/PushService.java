package vn.lachan.app.messaging;

import com.zerodeplibs.webpush.EncryptedPushMessage;
import com.zerodeplibs.webpush.MessageEncryption;
import com.zerodeplibs.webpush.MessageEncryptions;
import com.zerodeplibs.webpush.UserAgentMessageEncryptionKeyInfo;
import com.zerodeplibs.webpush.jwt.VAPIDJWTParam;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.lachan.app.messaging.Channel.Outcome;

/**
 * Calls a browser's push service (RFC 8030), with the message encrypted so that only the browser
 * reads it (RFC 8291) and signed as ours (RFC 8292). No redirect is followed.
 */
class PushService {
  private static final Logger LOG = LoggerFactory.getLogger(PushService.class);
  private static final int GONE = 410;
  private static final int NOT_FOUND = 404;
  private static final int SIGNED_HOURS = 12;
  private static final int SERVER_ERROR = 500;

  private final PushSettings settings;
  private final PushAddresses addresses;
  private final PushKeys keys;
  private final String contact;
  private final HttpClient client;
  private final MessageEncryption encryption = MessageEncryptions.of();

  PushService(
      PushSettings settings,
      PushAddresses addresses,
      PushKeys keys,
      String contact,
      HttpClient client) {
    this.settings = settings;
    this.addresses = addresses;
    this.keys = keys;
    this.contact = contact;
    this.client = client;
  }

  Outcome send(PushMessage message) {
    Optional<URI> address = addresses.known(message.endpoint());
    Optional<PushKeys.Version> key = keys.find(message.key());
    if (address.isEmpty() || key.isEmpty()) {
      return Outcome.GONE;
    }
    try {
      if (!addresses.isOutside(address.get())) {
        LOG.warn("A push service's name leads inside; not sent");
        return Outcome.REFUSED;
      }
      HttpRequest request = request(message, address.get(), key.get());
      return outcome(client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode());
    } catch (UnknownHostException | ConnectException | HttpConnectTimeoutException _) {
      return Outcome.LATER;
    } catch (IOException _) {
      return Outcome.UNKNOWN;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return Outcome.UNKNOWN;
    }
  }

  private HttpRequest request(PushMessage message, URI address, PushKeys.Version key) {
    EncryptedPushMessage sealed =
        encryption.encrypt(
            UserAgentMessageEncryptionKeyInfo.of(message.publicKey(), message.secret()),
            com.zerodeplibs.webpush.PushMessage.ofUTF8(message.text()));
    VAPIDJWTParam claim =
        VAPIDJWTParam.getBuilder()
            .resourceURLString(message.endpoint())
            .expiresAfter(SIGNED_HOURS, TimeUnit.HOURS)
            .subject(contact)
            .build();
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address)
            .timeout(settings.timeout())
            .header("TTL", Long.toString(settings.lifetime().toSeconds()))
            .header("Urgency", message.urgent() ? "high" : "normal")
            .header("Content-Type", sealed.mediaType())
            .header("Content-Encoding", sealed.contentEncoding())
            .header("Authorization", key.pair().generateAuthorizationHeaderValue(claim))
            .POST(HttpRequest.BodyPublishers.ofByteArray(sealed.toBytes()));
    if (message.topic() != null) {
      request.header("Topic", message.topic());
    }
    return request.build();
  }

  static Outcome outcome(int status) {
    if (status == GONE || status == NOT_FOUND) {
      return Outcome.GONE;
    }
    return status >= SERVER_ERROR ? Outcome.LATER : GatewayChannel.outcome(status);
  }
}
