package vn.lachan.app.messaging;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.springframework.stereotype.Component;
import tools.jackson.core.io.JsonStringEncoder;

/**
 * An SMS gateway that takes a POST with a bearer token. What it did not answer, or answered with an
 * error of its own, has an unknown outcome; only a refused connection is certainly not sent.
 */
@Component
class GatewayChannel implements Channel {
  private static final int TOO_MANY_REQUESTS = 429;
  private static final int UNAVAILABLE = 503;

  private final MessagingSettings settings;
  private final HttpClient client;

  GatewayChannel(MessagingSettings settings) {
    this.settings = settings;
    this.client = HttpClient.newBuilder().connectTimeout(settings.gatewayTimeout()).build();
  }

  @Override
  public String name() {
    return "gateway";
  }

  @Override
  public boolean isReady() {
    return !settings.gatewayUrl().isEmpty();
  }

  @Override
  public Outcome send(String phone, String text) {
    try {
      int status =
          client.send(request(phone, text), HttpResponse.BodyHandlers.discarding()).statusCode();
      return outcome(status);
    } catch (ConnectException | HttpConnectTimeoutException e) {
      return Outcome.LATER;
    } catch (IOException e) {
      return Outcome.UNKNOWN;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Outcome.UNKNOWN;
    }
  }

  private HttpRequest request(String phone, String text) {
    String body =
        settings
            .gatewayBody()
            .replace("{phone}", phone)
            .replace("{text}", new String(JsonStringEncoder.getInstance().quoteAsCharArray(text)));
    return HttpRequest.newBuilder(URI.create(settings.gatewayUrl()))
        .timeout(settings.gatewayTimeout())
        .header("Authorization", "Bearer " + settings.gatewayToken())
        .header("Content-Type", "application/json; charset=utf-8")
        .POST(HttpRequest.BodyPublishers.ofString(body))
        .build();
  }

  static Outcome outcome(int status) {
    if (status / 100 == 2) {
      return Outcome.SENT;
    }
    if (status == TOO_MANY_REQUESTS || status == UNAVAILABLE) {
      return Outcome.LATER;
    }
    return status / 100 == 4 ? Outcome.REFUSED : Outcome.UNKNOWN;
  }
}
