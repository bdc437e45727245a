package vn.lachan.app.gates;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Makes a trip whole whose device had to seal parts of it before it was recorded: the page was
 * loaded anew, or nobody touched it for a while. What stands outside a part counts before it.
 */
@Component
class TripParts {
  private final SealKeys sealKeys;

  TripParts(SealKeys sealKeys) {
    this.sealKeys = sealKeys;
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
    List<GateBody.Traveller> people =
        trip.people().stream().map(each -> whole(device, content, each)).toList();
    Words words = new Words(trip.plate(), trip.origin(), trip.destination(), trip.note());
    for (GateBody.Part part : Objects.requireNonNullElse(trip.words(), List.<GateBody.Part>of())) {
      words = words.or(open(device, content, part, Words.class));
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

  private GateBody.Traveller whole(GateDevice device, GateRecord content, GateBody.Traveller each) {
    Who who =
        each.who() == null
            ? new Who(each.text(), each.name(), each.typed(), each.scannedAt())
            : open(device, content, each.who(), Who.class);
    Shown shown =
        each.shown() == null
            ? new Shown(each.test(), each.result(), each.takenAt(), each.doses(), each.permit())
            : open(device, content, each.shown(), Shown.class);
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

  private <T> T open(GateDevice device, GateRecord content, GateBody.Part part, Class<T> type) {
    PrivateKey key = sealKeys.privateKey(part.sealKey()).orElseThrow(GateBody::unreadable);
    if (part.number() >= 0
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
      byte[] json =
          OfflineSeal.open(sealed, device.publicId(), OfflineSeal.agree(part.point(), key));
      return GateBody.read(new String(json, StandardCharsets.UTF_8), type);
    } catch (GeneralSecurityException damaged) {
      throw GateBody.unreadable();
    }
  }

  private static @Nullable String orElse(@Nullable String given, @Nullable String other) {
    return given == null || given.isBlank() ? other : given;
  }
}
