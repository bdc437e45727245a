package vn.lachan.app.access;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lachan.app.kernel.Keyring;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.engine.scan.PhoneNumber;

/**
 * How often codes may be asked for. Nobody is refused for a day: each further code for one phone
 * from one source waits longer, and so does each further one for that phone from wherever, later.
 * Of what all phones together may ask in a minute, a source gets a share of what is left, so that
 * few sources never use it up. A browser that proved the phone before is a source of its own, and
 * strangers take nothing from it. The same holds for phones that nobody knows.
 */
@Component
class CodeLimits {
  /** One source takes at most this part of what is left of a minute. */
  private static final int SHARE = 4;

  /** Of the sixth version whoever asks a provider for them has all addresses below such a prefix. */
  private static final int NETWORK_BYTES = 6;

  private static final int MOST_DOUBLINGS = 20;
  private static final String BROWSER = "access.known-browser";
  private static final String SOURCE = "access.code-source";

  private final CodeTable codes;
  private final CodeSettings settings;
  private final Keyring keyring;

  CodeLimits(CodeTable codes, CodeSettings settings, Keyring keyring) {
    this.codes = codes;
    this.settings = settings;
    this.keyring = keyring;
  }

  /**
   * Who asks.
   *
   * @param known whether it is a browser that proved the phone before
   */
  record Source(byte[] hash, boolean known) {}

  /** The text by which a browser is known to have proved the phone; it names nobody. */
  String remember(PhoneNumber phone) {
    String random = Secrets.random("");
    return random + "." + encoded(keyring.hash(BROWSER, bound(phone, random)));
  }

  /**
   * The source of a request that may be answered.
   *
   * @throws Refusal {@code access.refused.code-limit} with the minutes to wait
   */
  Source admit(CodeRequest asked, Instant now) {
    Source source = source(asked);
    CodeTable.Requests requests =
        codes.requests(keyring.hashes("phone", asked.phone().digits()), source, now);
    Instant until =
        later(
            after(requests.here(), requests.lastHere(), settings.freeRequests()),
            source.known()
                ? Instant.MIN
                : after(
                    requests.ofPhone(), requests.lastOfPhone(), settings.freeRequestsPerPhone()));
    if (until.isAfter(now)) {
      throw tooMany(Math.ceilDiv(Duration.between(now, until).toSeconds(), 60));
    }
    int left = settings.requestsPerMinute() - requests.everywhere();
    int share = asked.address() == null ? left : Math.max(1, left / SHARE);
    if (!source.known() && (left <= 0 || requests.fromSource() >= share)) {
      throw tooMany(1);
    }
    return source;
  }

  /** From when on the next code may be asked for. */
  private Instant after(int count, @Nullable Instant last, int free) {
    if (last == null || count < free) {
      return Instant.MIN;
    }
    Duration pause =
        settings.firstPause().multipliedBy(1L << Math.min(count - free, MOST_DOUBLINGS));
    return last.plus(
        pause.compareTo(settings.longestPause()) < 0 ? pause : settings.longestPause());
  }

  private Source source(CodeRequest asked) {
    String browser = asked.browser();
    if (browser != null && proved(browser, asked.phone())) {
      return new Source(keyring.hash(SOURCE, "browser " + browser), true);
    }
    return new Source(keyring.hash(SOURCE, "network " + network(asked.address())), false);
  }

  private boolean proved(String browser, PhoneNumber phone) {
    int dot = browser.indexOf('.');
    if (dot < 0) {
      return false;
    }
    String random = browser.substring(0, dot);
    byte[] shown = browser.substring(dot + 1).getBytes(StandardCharsets.UTF_8);
    return keyring.hashes(BROWSER, bound(phone, random)).stream()
        .map(hash -> encoded(hash).getBytes(StandardCharsets.UTF_8))
        .anyMatch(right -> MessageDigest.isEqual(right, shown));
  }

  private static String network(@Nullable String address) {
    if (address == null) {
      return "";
    }
    try {
      InetAddress literal = InetAddress.ofLiteral(address);
      byte[] bytes = literal.getAddress();
      return HexFormat.of()
          .formatHex(literal instanceof Inet6Address ? Arrays.copyOf(bytes, NETWORK_BYTES) : bytes);
    } catch (IllegalArgumentException noLiteral) {
      return address;
    }
  }

  private static String bound(PhoneNumber phone, String random) {
    return phone.digits() + " " + random;
  }

  private static String encoded(byte[] hash) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private static Refusal tooMany(long minutes) {
    return new Refusal(Refusal.Kind.TOO_MANY, "access.refused.code-limit", minutes);
  }
}
