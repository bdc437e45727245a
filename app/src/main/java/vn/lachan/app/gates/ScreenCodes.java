package vn.lachan.app.gates;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;
import vn.lachan.app.kernel.Keyring;
import vn.lachan.app.places.PlaceCard;
import vn.lachan.app.places.Places;
import vn.lachan.app.visits.OwnPhone;
import vn.lachan.app.visits.PresenceProofs;
import vn.lachan.engine.scan.PlaceCode;

/**
 * Codes on screens that change every half minute. A place's secret is made of the look-up key, so
 * it is stored nowhere on the server; a screen is given it at each contact and shows, without
 * network too, the first bytes of HMAC-SHA-256 over the half minute.
 */
@Component
class ScreenCodes implements PresenceProofs {
  static final int STEP_SECONDS = 30;
  private static final int DRIFT_STEPS = 1;
  private static final int PROOF_BYTES = 8;
  private static final int PROOF_MOST = 40;
  private static final int TICKET_MOST = 80;
  private static final String SECRET = "gates.screen";
  private static final String TICKET = "gates.presence";

  private final Keyring keyring;
  private final Places places;
  private final PlaceSettingTable table;
  private final PlaceAsking asking;
  private final GatesSettings settings;

  ScreenCodes(
      Keyring keyring,
      Places places,
      PlaceSettingTable table,
      PlaceAsking asking,
      GatesSettings settings) {
    this.keyring = keyring;
    this.places = places;
    this.table = table;
    this.asking = asking;
    this.settings = settings;
  }

  /** What the place's screens make their codes of; another one after a screen was revoked. */
  byte[] secret(PlaceCard place) {
    return keyring.hash(SECRET, name(place));
  }

  @Override
  public boolean required(PlaceCard place) {
    return asking.of(place.number()).proofRequired();
  }

  /** A browser without cookies has nothing to bind a ticket to: any other could show it again. */
  @Override
  public Optional<String> ticket(PlaceCode code, String proof, OwnPhone phone, Instant now) {
    if (phone.device() == null || proof.isEmpty() || proof.length() > PROOF_MOST) {
      return Optional.empty();
    }
    return places
        .byCode(code)
        .filter(place -> isShown(place, proof, now))
        .map(
            place -> {
              long at = now.getEpochSecond();
              byte[] mark = keyring.hash(TICKET, ticketText(place, phone, at));
              return at + "-" + HexFormat.of().formatHex(mark);
            });
  }

  @Override
  public boolean holds(PlaceCard place, OwnPhone phone, Instant now) {
    String ticket = phone.presence();
    if (phone.device() == null
        || ticket == null
        || ticket.length() > TICKET_MOST
        || !ticket.matches("\\d{1,12}-[0-9a-f]+")) {
      return false;
    }
    String[] parts = ticket.split("-", 2);
    long at = Long.parseLong(parts[0]);
    Duration age = Duration.between(Instant.ofEpochSecond(at), now);
    boolean fresh = !age.isNegative() && age.toMinutes() < settings.proofMinutes();
    byte[] mark = parts[1].length() % 2 == 0 ? HexFormat.of().parseHex(parts[1]) : new byte[0];
    return fresh
        && keyring.hashes(TICKET, ticketText(place, phone, at)).stream()
            .anyMatch(known -> MessageDigest.isEqual(known, mark));
  }

  /** One step earlier or later counts too: clocks drift, and scanning takes a moment. */
  private boolean isShown(PlaceCard place, String proof, Instant now) {
    long step = Math.floorDiv(now.getEpochSecond(), STEP_SECONDS);
    byte[] given = proof.getBytes(StandardCharsets.UTF_8);
    List<byte[]> secrets = keyring.hashes(SECRET, name(place));
    for (long each = step - DRIFT_STEPS; each <= step + DRIFT_STEPS; each++) {
      for (byte[] secret : secrets) {
        if (MessageDigest.isEqual(proof(secret, each).getBytes(StandardCharsets.UTF_8), given)) {
          return true;
        }
      }
    }
    return false;
  }

  /** What a screen with this secret shows during a half minute. */
  static String proof(byte[] secret, long step) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret, "HmacSHA256"));
      byte[] whole = mac.doFinal(Long.toString(step).getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(Arrays.copyOf(whole, PROOF_BYTES));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has HMAC with SHA-256", e);
    }
  }

  private String name(PlaceCard place) {
    return place.number() + "|" + place.code().symbols() + "|" + table.epoch(place.number());
  }

  private static String ticketText(PlaceCard place, OwnPhone phone, long at) {
    return place.number() + "|" + phone.device() + "|" + at;
  }
}
