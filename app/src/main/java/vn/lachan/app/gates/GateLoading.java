package vn.lachan.app.gates;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.lachan.app.access.Actor;
import vn.lachan.app.places.Places;

/** Makes the drill province's gate. */
@Component
class GateLoading implements GateLoad {
  private static final String KIND = "trip";

  private final GateOffice office;
  private final GateDoor door;
  private final GateDeviceTable devices;
  private final Places places;
  private final TripTaker taker;
  private final ShiftTable shifts;

  GateLoading(
      GateOffice office,
      GateDoor door,
      GateDeviceTable devices,
      Places places,
      TripTaker taker,
      ShiftTable shifts) {
    this.office = office;
    this.door = door;
    this.devices = devices;
    this.places = places;
    this.taker = taker;
    this.shifts = shifts;
  }

  @Override
  public UUID device(UUID place, String name, long keeper, Instant now) {
    office.newPin(Actor.program(), place, keeper, now);
    String code = office.enrol(Actor.program(), place, name, GateOffice.Mode.KEEPER, now).code();
    GateDevice device = door.enrol(code, now).device();
    door.contact(device, new GateDoor.DeviceReport(0, 0, 0, null, 0), now);
    shifts.signOn(device.number(), keeper, now);
    return device.publicId();
  }

  @Override
  public int trips(UUID publicId, long keeper, List<LoadedTrip> trips, Instant now) {
    GateDeviceTable.Row row = devices.byPublicId(publicId).orElseThrow();
    var device =
        new GateDevice(
            row.number(),
            row.publicId(),
            row.name(),
            row.kiosk(),
            places.find(row.place()).orElseThrow(),
            row.revokedAt(),
            row.screen());
    List<GateRecord> records = new ArrayList<>();
    for (LoadedTrip trip : trips) {
      records.add(
          new GateRecord(
              trip.key(),
              records.size() + 1L,
              KIND,
              trip.at(),
              trip.at(),
              0,
              keeper,
              null,
              null,
              null,
              false,
              trip.body()));
    }
    int taken =
        (int)
            taker.take(device, records, now).stream().filter(answer -> !answer.isRefused()).count();
    devices.delivered(row.number(), taken, now);
    return taken;
  }
}
