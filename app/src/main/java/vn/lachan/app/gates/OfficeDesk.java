package vn.lachan.app.gates;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.lachan.app.access.Accounts;
import vn.lachan.app.access.Actor;
import vn.lachan.app.audit.Act;
import vn.lachan.app.audit.Audit;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.app.places.PlaceCard;
import vn.lachan.app.places.Places;

@Component
class OfficeDesk implements GateOffice {
  private static final int NAME_MOST = 60;
  private static final int REASON_MOST = 200;

  private final GateReachTable reach;
  private final GateDeviceTable devices;
  private final GateKeepers keepers;
  private final Pins pins;
  private final ShiftTable shifts;
  private final PlaceAsking asking;
  private final PlaceSettingTable placeSettings;
  private final Places places;
  private final Accounts accounts;
  private final GatesSettings settings;
  private final Audit audit;

  OfficeDesk(
      GateReachTable reach,
      GateDeviceTable devices,
      GateKeepers keepers,
      Pins pins,
      ShiftTable shifts,
      PlaceAsking asking,
      PlaceSettingTable placeSettings,
      Places places,
      Accounts accounts,
      GatesSettings settings,
      Audit audit) {
    this.reach = reach;
    this.devices = devices;
    this.keepers = keepers;
    this.pins = pins;
    this.shifts = shifts;
    this.asking = asking;
    this.placeSettings = placeSettings;
    this.places = places;
    this.accounts = accounts;
    this.settings = settings;
    this.audit = audit;
  }

  @Override
  @Transactional(readOnly = true)
  public PlaceCard place(Actor actor, UUID place) {
    return reach.require(actor, place);
  }

  @Override
  @Transactional
  public Enrolment enrol(Actor actor, UUID placeId, String typed, Mode mode, Instant now) {
    PlaceCard place = reach.require(actor, placeId);
    String name = typed.strip();
    if (name.isEmpty() || name.length() > NAME_MOST) {
      throw Refusal.invalid("gates.refused.device-name", NAME_MOST);
    }
    if (devices.count(place.number(), now) >= settings.devicesMost()) {
      throw Refusal.conflict("gates.refused.too-many-devices", settings.devicesMost());
    }
    String code = DeviceSecrets.code();
    Instant until = now.plus(Duration.ofMinutes(settings.enrolmentMinutes()));
    UUID device =
        devices.insert(
            place.number(), name, mode, DeviceSecrets.codeHash(code), until, actor.account(), now);
    audit.record(Act.on(actor.account(), "gates.enrol", "device " + device));
    return new Enrolment(device, name, code, until);
  }

  @Override
  @Transactional
  public Enrolment renew(Actor actor, UUID device, Instant now) {
    GateDeviceTable.Row row = row(device);
    reach.require(actor, placeOf(row));
    if (row.revokedAt() != null) {
      throw new Refusal(Refusal.Kind.GONE, "gates.refused.revoked");
    }
    String code = DeviceSecrets.code();
    Instant until = now.plus(Duration.ofMinutes(settings.enrolmentMinutes()));
    devices.renew(row.number(), DeviceSecrets.codeHash(code), until);
    audit.record(Act.on(actor.account(), "gates.enrol", "device " + device));
    return new Enrolment(device, row.name(), code, until);
  }

  @Override
  @Transactional(readOnly = true)
  public UUID placeOf(Actor actor, UUID device) {
    UUID place = placeOf(row(device));
    reach.require(actor, place);
    return place;
  }

  @Override
  @Transactional(readOnly = true)
  public List<DeviceRow> devices(Actor actor, UUID place, Instant now) {
    return devices.list(reach.require(actor, place).number(), now);
  }

  @Override
  @Transactional
  public UUID revoke(Actor actor, UUID device, String typed, Instant now) {
    GateDeviceTable.Row row = row(device);
    UUID place = placeOf(row);
    reach.require(actor, place);
    String reason = typed.strip();
    if (reason.isEmpty() || reason.length() > REASON_MOST) {
      throw Refusal.invalid("gates.refused.reason", REASON_MOST);
    }
    if (devices.revoke(row.number(), actor.account(), reason, now)) {
      if (row.screen()) {
        placeSettings.replaceSecret(row.place(), now);
      }
      audit.record(Act.on(actor.account(), "gates.revoke", "device " + device).because(reason));
    }
    return place;
  }

  @Override
  @Transactional(readOnly = true)
  public PlaceAsks asks(Actor actor, UUID place) {
    return asking.of(reach.require(actor, place).number());
  }

  @Override
  @Transactional
  public void ask(Actor actor, UUID placeId, PlaceAsks asks, Instant now) {
    PlaceCard place = reach.require(actor, placeId);
    if (asks.form() != null && !forms(actor, placeId, now).contains(asks.form())) {
      throw Refusal.invalid("gates.refused.form");
    }
    placeSettings.save(place.number(), asks, actor.account(), now);
    audit.record(Act.on(actor.account(), "gates.ask", "place " + placeId));
  }

  @Override
  @Transactional(readOnly = true)
  public List<String> forms(Actor actor, UUID place, Instant now) {
    reach.require(actor, place);
    return asking.forms(now);
  }

  @Override
  @Transactional(readOnly = true)
  public List<KeeperRow> keepers(Actor actor, UUID place) {
    return keepers.of(reach.require(actor, place));
  }

  @Override
  @Transactional
  public String newPin(Actor actor, UUID placeId, long account, Instant now) {
    PlaceCard place = reach.require(actor, placeId);
    if (keepers.of(place).stream().noneMatch(row -> row.account() == account)) {
      throw Refusal.notFound("gates.refused.unknown-keeper");
    }
    String pin = pins.make(place.number(), account, actor.account(), now);
    audit.record(Act.on(actor.account(), "gates.new-pin", "account " + account));
    return pin;
  }

  @Override
  @Transactional(readOnly = true)
  public List<ShiftRow> shifts(Actor actor, UUID place) {
    List<ShiftTable.Row> rows = shifts.list(reach.require(actor, place).number());
    Map<Long, String> names =
        accounts.names(rows.stream().map(ShiftTable.Row::account).distinct().toList());
    return rows.stream()
        .map(
            row ->
                new ShiftRow(
                    row.device(),
                    names.getOrDefault(row.account(), ""),
                    row.proved(),
                    row.startedAt(),
                    row.endedAt()))
        .toList();
  }

  private GateDeviceTable.Row row(UUID device) {
    return devices
        .byPublicId(device)
        .orElseThrow(() -> Refusal.notFound("gates.refused.unknown-device"));
  }

  private UUID placeOf(GateDeviceTable.Row row) {
    return places.find(row.place()).orElseThrow().publicId();
  }
}
