package vn.lachan.app.gates;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import vn.lachan.app.access.Accounts;
import vn.lachan.app.access.Actor;
import vn.lachan.app.access.Grant;
import vn.lachan.app.access.Role;
import vn.lachan.app.access.Scope;
import vn.lachan.app.places.PlaceCard;
import vn.lachan.app.places.Places;
import vn.lachan.app.places.Registration;
import vn.lachan.app.units.Hierarchy;
import vn.lachan.app.units.Units;

/** A place with a keeper and a device, and records as the device seals them. */
final class GateWorld {
  private static final AtomicInteger COUNT = new AtomicInteger();

  final GateOffice office;
  final GateDoor door;
  final PlaceCard place;
  final long keeper;
  final String pin;
  private long sequence;

  GateWorld(GateOffice office, GateDoor door, Accounts accounts, Places places, Units units) {
    this(office, door, accounts, places, units, "eating-place");
  }

  GateWorld(
      GateOffice office,
      GateDoor door,
      Accounts accounts,
      Places places,
      Units units,
      String type) {
    this.office = office;
    this.door = door;
    Instant now = Instant.now();
    int commune =
        units
            .children(units.byCode("96", Hierarchy.WITHOUT_DISTRICTS_FROM).orElseThrow().id())
            .get(9)
            .id();
    var registration =
        new Registration(
            "Chợ Cổng " + COUNT.incrementAndGet(),
            type,
            "Số 1",
            commune,
            null,
            null,
            "always",
            50,
            null,
            null,
            null,
            null);
    UUID id = places.register(Actor.program(), registration, now);
    place = places.byPublicId(id).orElseThrow();
    keeper =
        accounts.create("gates." + COUNT.incrementAndGet(), "Chị Trực", "mat-khau-dai", false, now);
    accounts.grant(keeper, new Grant(Role.KEEPER, new Scope.OfPlace(place.number())), 0, now);
    pin = office.newPin(Actor.program(), id, keeper, now);
  }

  GateDevice device() {
    Instant now = Instant.now();
    GateDevice device = strangeDevice();
    door.signOn(device, keeper, pin, now);
    return device;
  }

  /** At which nobody has typed a PIN yet. */
  GateDevice strangeDevice() {
    Instant now = Instant.now();
    String code = office.enrol(Actor.program(), place.publicId(), "Máy", false, now).code();
    return door.enrol(code, now).device();
  }

  /** What a device seals of an open trip, as it stands inside the trip's body. */
  String part(GateDevice device, UUID trip, int number, String json) {
    SealedRecord sealed = run(device).seal(trip, number, json.getBytes(StandardCharsets.UTF_8));
    Base64.Encoder bytes = Base64.getEncoder();
    return "{\"number\":%d,\"sealKey\":%d,\"point\":\"%s\",\"nonce\":\"%s\",\"content\":\"%s\"}"
        .formatted(
            number,
            sealed.sealKey(),
            bytes.encodeToString(sealed.point()),
            bytes.encodeToString(sealed.nonce()),
            bytes.encodeToString(sealed.content()));
  }

  private OfflineSeal.Run run(GateDevice device) {
    GateDoor.SealKey key =
        door.contact(device, new GateDoor.DeviceReport(0, 0, 0, null, 0), Instant.now()).sealKey();
    return new OfflineSeal.Run(device.publicId(), key);
  }

  /** The same device as its next request finds it. */
  GateDevice again(GateDevice device) {
    Instant revoked =
        office.devices(Actor.program(), place.publicId(), Instant.now()).stream()
            .filter(row -> row.device().equals(device.publicId()))
            .findFirst()
            .orElseThrow()
            .revokedAt();
    return new GateDevice(
        device.number(),
        device.publicId(),
        device.name(),
        device.kiosk(),
        place,
        revoked,
        device.screen());
  }

  static String card() {
    return "038090%06d||Lê Thị Hoa|05031990|Nam|Thôn 3|10052021".formatted(COUNT.incrementAndGet());
  }

  /** A record with what its kind holds besides, as JSON text. */
  SealedRecord withBody(GateDevice device, String kind, Instant at, String text, String body) {
    return withBody(UUID.randomUUID(), device, kind, at, text, body);
  }

  /** The same under a key that its parts were sealed for. */
  SealedRecord withBody(
      UUID key, GateDevice device, String kind, Instant at, String text, String body) {
    String more = ",\"text\":%s,\"body\":%s".formatted(quoted(text), quoted(body));
    return seal(key, device, kind, keeper, at, more);
  }

  private static String quoted(String text) {
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", " ") + "\"";
  }

  SealedRecord visit(GateDevice device, String card, Instant at) {
    return seal(device, "visit", keeper, at, ",\"text\":\"" + card + "\"");
  }

  SealedRecord seal(GateDevice device, String kind, long account, Instant at, String more) {
    return seal(UUID.randomUUID(), device, kind, account, at, more);
  }

  private SealedRecord seal(
      UUID key, GateDevice device, String kind, long account, Instant at, String more) {
    String json =
        "{\"kind\":\"%s\",\"at\":%d,\"account\":%d,\"typed\":false%s}"
            .formatted(kind, at.toEpochMilli(), account, more);
    return run(device).seal(key, ++sequence, json.getBytes(StandardCharsets.UTF_8));
  }
}
