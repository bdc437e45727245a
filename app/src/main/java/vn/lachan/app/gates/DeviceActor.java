package vn.lachan.app.gates;

import java.util.List;
import vn.lachan.app.access.Actor;
import vn.lachan.app.access.Grant;
import vn.lachan.app.access.Role;
import vn.lachan.app.access.Scope;

/** A keeper behind an enrolled device: may record at the device's place and nothing more. */
final class DeviceActor {
  private DeviceActor() {}

  /** The account is the keeper's; 0 at a kiosk, where visitors scan themselves. */
  static Actor of(GateDevice device, long account) {
    var grant = new Grant(Role.KEEPER, new Scope.OfPlace(device.place().number()));
    return new Actor(account, device.name(), Actor.Kind.KEEPER, List.of(grant));
  }
}
