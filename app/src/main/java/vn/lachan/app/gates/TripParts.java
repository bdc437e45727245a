package vn.lachan.app.gates;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lachan.app.kernel.Refusal;

/**
 * Makes a trip whole whose device had to seal parts of it before it was recorded: the page was
 * loaded anew, or nobody touched it for a while. What stands outside a part counts before it.
 */
@Component
class TripParts {
  private static final int WORDS_MOST = 4;

  private final SealKeys sealKeys;
  private final GatesSettings settings;

  TripParts(SealKeys sealKeys, GatesSettings settings) {
    this.sealKeys = sealKeys;
    this.settings = settings;
  }

  private record Words(
      @Nullable String plate,
      @Nullable String origin,
      @Nullable String destination,
      @Nullable String note) {
    Words or(Words other) {
      return new Words(
          orElse(plate, other.plate),
          orElse(origin, other.origin),
          orElse(destination, other.destination),
          orElse(note, other.note));
    }
  }

  private record Who(
      @Nullable String text, @Nullable String name, boolean typed, @Nullable Long scannedAt) {}

  private record Shown(
      @Nullable String test,
      @Nullable String result,
      @Nullable Long takenAt,
      @Nullable Integer doses,
      @Nullable String permit) {}

  /**
   * The trip with nothing left sealed.
   *
   * @throws vn.lachan.app.kernel.Refusal {@code gates.refused.unreadable} where a part is another
   *     device's, another trip's or damaged
   */
  GateBody.Trip whole(GateDevice device, GateRecord content) {
    GateBody.Trip trip = GateBody.trip(content);
    List<GateBody.Part> sealed = Objects.requireNonNullElse(trip.words(), List.<GateBody.Part>of());
    if (trip.people().size() > settings.tripPeople()) {
      throw Refusal.invalid("gates.refused.trip-people", settings.tripPeople());
    }
    if (sealed.size() > WORDS_MOST) {
      throw GateBody.unreadable();
    }
    var opening = new Opening(device, content);
    List<GateBody.Traveller> people =
        trip.people().stream().map(each -> whole(opening, each)).toList();
    Words words = new Words(trip.plate(), trip.origin(), trip.destination(), trip.note());
    for (GateBody.Part part : sealed) {
      words = words.or(opening.open(part, Words.class));
    }
    return new GateBody.Trip(
        Objects.requireNonNullElse(words.plate(), ""),
        trip.vehicle(),
        trip.direction(),
        words.origin(),
        words.destination(),
        trip.decision(),
        trip.reason(),
        words.note(),
        people,
        null);
  }

  private GateBody.Traveller whole(Opening opening, GateBody.Traveller each) {
    Who who =
        each.who() == null
            ? new Who(each.text(), each.name(), each.typed(), each.scannedAt())
            : opening.open(each.who(), Who.class);
    Shown shown =
        each.shown() == null
            ? new Shown(each.test(), each.result(), each.takenAt(), each.doses(), each.permit())
            : opening.open(each.shown(), Shown.class);
    return new GateBody.Traveller(
        who.text(),
        who.name(),
        who.typed(),
        each.role(),
        each.row(),
        shown.test(),
        shown.result(),
        shown.takenAt(),
        shown.doses(),
        shown.permit(),
        who.scannedAt(),
        each.stops(),
        null,
        null);
  }

  private static @Nullable String orElse(@Nullable String given, @Nullable String other) {
    return given == null || given.isBlank() ? other : given;
  }

  /** Opens the parts of one trip; those of one run share the agreement of keys. */
  private final class Opening {
    private final GateDevice device;
    private final GateRecord content;
    private final Map<ByteBuffer, SecretKey> agreed = new HashMap<>();

    Opening(GateDevice device, GateRecord content) {
      this.device = device;
      this.content = content;
    }

    <T> T open(GateBody.@Nullable Part part, Class<T> type) {
      if (part == null
          || part.number() >= 0
          || part.point() == null
          || part.nonce() == null
          || part.content() == null) {
        throw GateBody.unreadable();
      }
      var sealed =
          new SealedRecord(
              content.key(),
              part.number(),
              part.sealKey(),
              part.point(),
              part.nonce(),
              part.content(),
              0);
      try {
        byte[] json = OfflineSeal.open(sealed, device.publicId(), secret(part));
        return GateBody.read(new String(json, StandardCharsets.UTF_8), type);
      } catch (GeneralSecurityException damaged) {
        throw GateBody.unreadable();
      }
    }

    private SecretKey secret(GateBody.Part part) throws GeneralSecurityException {
      SecretKey known = agreed.get(ByteBuffer.wrap(part.point()));
      if (known == null) {
        known =
            OfflineSeal.agree(
                part.point(),
                sealKeys.privateKey(part.sealKey()).orElseThrow(GateBody::unreadable));
        agreed.put(ByteBuffer.wrap(part.point()), known);
      }
      return known;
    }
  }
}
