package vn.lachan.app.gates;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import vn.lachan.app.kernel.Inside;

/** Loads what the drill province's checkpoint captured, through the gate's own intake. */
@Inside("the demo loads into an empty database")
public interface GateLoad {
  /**
   * A device at a place, enrolled, with a PIN for its keeper.
   *
   * @return its public id
   */
  UUID device(UUID place, String name, long keeper, Instant now);

  /** Takes trips as the device would bring them; answers how many were stored. */
  int trips(UUID device, long keeper, List<LoadedTrip> trips, Instant now);

  /**
   * A trip on its way in.
   *
   * @param body as a device writes it
   */
  record LoadedTrip(UUID key, Instant at, String body) {
    @Override
    public String toString() {
      return "LoadedTrip[" + key + "]";
    }
  }
}
