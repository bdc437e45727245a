package vn.lachan.app.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.Signature;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.app.messaging.Channel.Outcome;

/**
 * Messages to browsers: which addresses are called, what arrives there, and that only the browser's
 * key reads it. The receiver decrypts by RFC 8291 itself, with the JDK alone.
 */
class PushSendingTests {
  private static final PushSettings SETTINGS =
      new PushSettings(
          List.of("push.vidu.vn", "*.push.vidu.vn"),
          "",
          Duration.ofSeconds(10),
          Duration.ofHours(24));
  private static final InetAddress[] OUTSIDE = {address(93, 184, 216, 34)};

  @TempDir private Path folder;

  /** A service that is never reached. */
  static PushService nowhere() {
    return new PushService(
        SETTINGS,
        new PushAddresses(List.of(), host -> OUTSIDE),
        new PushKeys(Path.of("target/no-keys"), Map.of()),
        "mailto:a@vidu.vn",
        HttpClient.newHttpClient());
  }

  @Test
  void onlyKnownServicesOutsideAreCalled() throws IOException {
    PushAddresses addresses = new PushAddresses(SETTINGS.services(), host -> OUTSIDE);
    for (String good :
        List.of(
            "https://push.vidu.vn/a/b",
            "https://x.push.vidu.vn:8443/?q=1",
            "https://PUSH.vidu.vn/")) {
      assertThat(addresses.known(good)).as(good).isPresent();
    }
    for (String bad :
        List.of(
            "http://push.vidu.vn/a",
            "https://push.vidu.vn.evil.vn/a",
            "https://evilpush.vidu.vn/a",
            "https://a@push.vidu.vn/",
            "https://127.0.0.1/",
            "https://push.vidu.vn/#a",
            "file:///etc/passwd",
            "https://",
            "không phải địa chỉ",
            "https://push.vidu.vn/" + "a".repeat(2_000))) {
      assertThat(addresses.known(bad)).as(bad).isEmpty();
    }
    URI any = URI.create("https://push.vidu.vn/");
    assertThat(addresses.isOutside(any)).isTrue();
    for (InetAddress inside :
        List.of(
            address(127, 0, 0, 1),
            address(10, 1, 2, 3),
            address(192, 168, 1, 1),
            address(169, 254, 169, 254),
            address(100, 64, 0, 1),
            address(0, 0, 0, 0),
            InetAddress.ofLiteral("fd00::1"),
            InetAddress.ofLiteral("::1"))) {
      PushAddresses rebound =
          new PushAddresses(SETTINGS.services(), host -> new InetAddress[] {OUTSIDE[0], inside});
      assertThat(rebound.isOutside(any)).as(inside.toString()).isFalse();
    }
  }

  @Test
  void whatAServiceAnswersDecides() {
    assertThat(
            List.of(201, 204, 404, 410, 413, 429, 500, 503).stream()
                .map(PushService::outcome)
                .toList())
        .containsExactly(
            Outcome.SENT,
            Outcome.SENT,
            Outcome.GONE,
            Outcome.GONE,
            Outcome.REFUSED,
            Outcome.LATER,
            Outcome.LATER,
            Outcome.LATER);
  }

  @Test
  void aBrowserReadsWhatWasSentAndNobodyElse() throws Exception {
    var keys = new PushKeys(folder, Map.of());
    var got = new AtomicReference<HttpExchange>();
    var body = new AtomicReference<byte[]>();
    HttpServer receiver =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    receiver.createContext(
        "/",
        exchange -> {
          got.set(exchange);
          body.set(exchange.getRequestBody().readAllBytes());
          exchange.sendResponseHeaders(201, -1);
          exchange.close();
        });
    receiver.start();
    try {
      var service =
          new PushService(
              SETTINGS,
              new LocalAddresses(receiver.getAddress().getPort()),
              keys,
              "mailto:y-te@vidu.vn",
              HttpClient.newBuilder().proxy(ProxySelector.of(null)).build());
      var browser = new TestBrowser();
      Outcome outcome =
          service.send(
              new PushMessage(
                  "https://push.vidu.vn/abc",
                  browser.publicKey(),
                  browser.secret(),
                  keys.newest().id(),
                  "{\"notice\":\"1\"}",
                  true,
                  "notice"));

      assertThat(outcome).isEqualTo(Outcome.SENT);
      var headers = got.get().getRequestHeaders();
      assertThat(headers.getFirst("TTL")).isEqualTo("86400");
      assertThat(headers.getFirst("Urgency")).isEqualTo("high");
      assertThat(headers.getFirst("Topic")).isEqualTo("notice");
      assertThat(headers.getFirst("Content-Encoding")).isEqualTo("aes128gcm");
      assertThat(new String(body.get(), StandardCharsets.ISO_8859_1)).doesNotContain("notice");
      assertThat(browser.open(body.get())).isEqualTo("{\"notice\":\"1\"}");
      assertThatThrownBy(() -> new TestBrowser().open(body.get()))
          .isInstanceOf(java.security.GeneralSecurityException.class);
      signedAsOurs(Objects.requireNonNull(headers.getFirst("Authorization")), keys);
    } finally {
      receiver.stop(0);
    }
  }

  @Test
  void keysOfEarlierSubscriptionsStayUsable() {
    var first = new PushKeys(folder, Map.of());
    String old = first.newest().id();
    new PushKeys(folder, Map.of()).newest();
    assertThat(folder.resolve("push-1.pem")).exists();
    assertThat(folder.resolve("push-2.pem")).doesNotExist();
    var other = new PushKeys(folder.resolve("other"), Map.of());
    other.newest();
    var moved =
        new PushKeys(
            folder,
            Map.of(
                PushKeys.ENVIRONMENT,
                vn.lachan.app.program.KeyPairFiles.read(folder.resolve("other/push-1.pem"))));
    assertThat(moved.newest().id()).isNotEqualTo(old);
    assertThat(moved.find(old)).isPresent();
  }

  @Test
  void browsersThatSayNonsenseAreRefused() {
    var push =
        new WebPush(
            new PushKeys(folder, Map.of()),
            new PushAddresses(SETTINGS.services(), host -> OUTSIDE));
    var browser = new TestBrowser();
    push.check("https://push.vidu.vn/a", browser.publicKey(), browser.secret());
    refused(
        "messaging.refused.push-service",
        () -> push.check("https://noi-bo.vn/a", browser.publicKey(), browser.secret()));
    for (String key : List.of("", "AAAA", "không", "A".repeat(87))) {
      refused(
          "messaging.refused.push-keys",
          () -> push.check("https://push.vidu.vn/a", key, browser.secret()));
    }
    refused(
        "messaging.refused.push-keys",
        () -> push.check("https://push.vidu.vn/a", browser.publicKey(), ""));
  }

  private static void refused(String code, Runnable act) {
    assertThatThrownBy(act::run)
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
  }

  private static void signedAsOurs(String header, PushKeys keys) throws Exception {
    assertThat(header).startsWith("vapid t=").endsWith("k=" + keys.newest().publicKey());
    String[] token = header.substring("vapid t=".length(), header.indexOf(',')).split("\\.", -1);
    String claims = new String(Base64.getUrlDecoder().decode(token[1]), StandardCharsets.UTF_8);
    assertThat(claims).contains("https://push.vidu.vn", "mailto:y-te@vidu.vn");
    Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
    signature.initVerify(
        TestBrowser.publicKey(Base64.getUrlDecoder().decode(keys.newest().publicKey())));
    signature.update((token[0] + "." + token[1]).getBytes(StandardCharsets.US_ASCII));
    assertThat(signature.verify(Base64.getUrlDecoder().decode(token[2]))).isTrue();
  }

  private static InetAddress address(int a, int b, int c, int d) {
    try {
      return InetAddress.getByAddress(new byte[] {(byte) a, (byte) b, (byte) c, (byte) d});
    } catch (java.net.UnknownHostException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Leads the known service to a receiver on this machine. */
  private static final class LocalAddresses extends PushAddresses {
    private final URI receiver;

    LocalAddresses(int port) {
      super(List.of(), host -> OUTSIDE);
      this.receiver = URI.create("http://127.0.0.1:" + port + "/abc");
    }

    @Override
    Optional<URI> known(String endpoint) {
      return Optional.of(receiver);
    }
  }
}
