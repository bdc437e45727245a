package vn.lachan.app.gates;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.app.visits.AtGate;
import vn.lachan.app.visits.GateScan;
import vn.lachan.app.visits.Verdict;
import vn.lachan.app.visits.Visits;
import vn.lachan.engine.scan.Scanner;
import vn.lachan.engine.scan.ServerScanPorts;
import vn.lachan.engine.scan.SignedCode;

/** Who a record is about, and whose it is, by what was scanned and who kept the gate. */
@Component
class GatePersons {
  private static final ServerScanPorts PORTS = new ServerScanPorts();

  private final Visits visits;
  private final PinTable pins;

  GatePersons(Visits visits, PinTable pins) {
    this.visits = visits;
    this.pins = pins;
  }

  /** Those of the records' accounts that ever had a PIN at the device's place. */
  Set<Long> keepers(GateDevice device, List<GateRecord> records) {
    return pins.everHad(
        device.place().number(), records.stream().map(GateRecord::account).distinct().toList());
  }

  /**
   * Whoever ever had a PIN there: what a keeper captured before leaving is still theirs. A screen
   * captures nothing.
   */
  static void requireKeeper(GateDevice device, GateRecord content, Set<Long> keepers) {
    boolean known = content.account() == 0 ? device.kiosk() : keepers.contains(content.account());
    if (!known || device.screen()) {
      throw Refusal.forbidden("gates.refused.unknown-keeper");
    }
  }

  /**
   * The record of whoever was scanned; made where nobody knew them.
   *
   * @param at when it was scanned, by which a signed code is judged
   * @throws Refusal where it names nobody
   */
  long find(GateDevice device, String text, @Nullable String name, boolean typed, Instant at) {
    AtGate found =
        visits.atGate(
            DeviceActor.of(device, 0),
            device.place().publicId(),
            new GateScan(text, name, GateScan.Direction.AUTO, typed),
            at);
    Verdict.Said problem = found.problem();
    if (problem != null) {
      throw Refusal.invalid(problem.key(), problem.arguments().toArray());
    }
    Long person = found.person();
    if (person == null) {
      throw Refusal.invalid("gates.refused.name-missing");
    }
    return person;
  }

  /**
   * Whether a text that was found to name somebody also proves who showed it: a code that the
   * person's own device signed. A card, a sheet or a number is what anybody may hold.
   */
  static boolean isProved(@Nullable String text) {
    return text != null && Scanner.read(text, PORTS) instanceof SignedCode code && code.isProved();
  }
}
