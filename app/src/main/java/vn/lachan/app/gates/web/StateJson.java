package vn.lachan.app.gates.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lachan.app.gates.GateDoor;
import vn.lachan.app.places.PlaceCard;

/**
 * What a device needs until its next contact.
 *
 * @param serverTime milliseconds since 1970
 */
record StateJson(
    long serverTime,
    UUID device,
    String name,
    boolean kiosk,
    PlaceJson place,
    int inside,
    SealKeyJson sealKey,
    List<GateDoor.GateKeeper> keepers,
    int contactSeconds,
    int freeMegabytes) {
  /** The place as it is known to everybody. */
  record PlaceJson(String code, String name, String address, @Nullable Integer capacity) {
    static PlaceJson of(PlaceCard place) {
      return new PlaceJson(place.code().symbols(), place.name(), place.address(), place.capacity());
    }
  }

  record SealKeyJson(int number, byte[] publicKey) {}

  static StateJson of(GateDoor.GateState state, Instant now) {
    return new StateJson(
        now.toEpochMilli(),
        state.device(),
        state.name(),
        state.kiosk(),
        PlaceJson.of(state.place()),
        state.inside(),
        new SealKeyJson(state.sealKey().number(), state.sealKey().publicKey()),
        state.keepers(),
        state.contactSeconds(),
        state.freeMegabytes());
  }
}
