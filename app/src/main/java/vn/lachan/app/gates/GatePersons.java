package vn.lachan.app.gates;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.app.visits.GateReading;
import vn.lachan.app.visits.GateScan;
import vn.lachan.app.visits.Verdict;
import vn.lachan.app.visits.Visitor;
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
  private final ShiftTable shifts;

  GatePersons(Visits visits, PinTable pins, ShiftTable shifts) {
    this.visits = visits;
    this.pins = pins;
    this.shifts = shifts;
  }

  /**
   * The keepers whom records name.
   *
   * @param known those that ever had a PIN at the device's place
   * @param proved those of them whose PIN the server accepted on this very device
   */
  record Keepers(Set<Long> known, Set<Long> proved) {
    /**
     * Whose record it is. Whoever ever had a PIN there: what a keeper captured before leaving is
     * still theirs. A keeper who never signed on at this device is not believed, yet the record is
     * about somebody else and must not be lost: it is nobody's then (0), as at a kiosk. A screen
     * captures nothing.
     *
     * @throws Refusal {@code gates.refused.unknown-keeper}
     */
    long accountOf(GateDevice device, GateRecord content) {
      long account = content.account();
      boolean isKnown = account == 0 ? device.kiosk() : known.contains(account);
      if (!isKnown || device.screen()) {
        throw Refusal.forbidden("gates.refused.unknown-keeper");
      }
      return proved.contains(account) ? account : 0;
    }
  }

  Keepers keepers(GateDevice device, List<GateRecord> records) {
    List<Long> accounts = records.stream().map(GateRecord::account).distinct().toList();
    return new Keepers(
        pins.everHad(device.place().number(), accounts),
        shifts.signedOn(device.number(), accounts));
  }

  /** Takes one record of a known keeper; answers the outcome. */
  interface Taking {
    String take(GateRecord content, long account);
  }

  /** One answer a record, in order. */
  List<RecordAnswer> each(GateDevice device, List<GateRecord> records, Taking taking) {
    Keepers keepers = keepers(device, records);
    List<RecordAnswer> answers = new ArrayList<>();
    for (GateRecord content : records) {
      try {
        long account = keepers.accountOf(device, content);
        answers.add(RecordAnswer.of(content, taking.take(content, account)));
      } catch (Refusal refusal) {
        requireLasting(refusal);
        answers.add(RecordAnswer.refused(content.key(), refusal));
      }
    }
    return answers;
  }

  /**
   * A refusal that is remembered ends the record on the device. One that holds for a moment only
   * ends the request instead: the device keeps its records and sends them again.
   */
  static void requireLasting(Refusal refusal) {
    if (refusal.kind() == Refusal.Kind.TOO_MANY || refusal.kind() == Refusal.Kind.UNAVAILABLE) {
      throw refusal;
    }
  }

  /**
   * Whoever was scanned, as visits take them.
   *
   * @throws Refusal where it names nobody
   */
  static Visitor visitor(
      GateDevice device, @Nullable String text, @Nullable String name, boolean typed) {
    var scan =
        new GateScan(Objects.requireNonNullElse(text, ""), name, GateScan.Direction.AUTO, typed);
    GateReading reading = GateReading.of(scan, device.place().code());
    Verdict.Said problem = reading.problem();
    if (problem != null) {
      throw Refusal.invalid(problem.key(), problem.arguments().toArray());
    }
    if (reading.asksName()) {
      throw Refusal.invalid("gates.refused.name-missing");
    }
    return Objects.requireNonNull(reading.visitor());
  }

  /**
   * The record of whoever was scanned; made where nobody knew them.
   *
   * @param at when it was scanned, by which a signed code is judged
   * @throws Refusal where it names nobody
   */
  long find(
      GateDevice device, @Nullable String text, @Nullable String name, boolean typed, Instant at) {
    return visits.person(
        DeviceActor.of(device, 0),
        device.place().publicId(),
        visitor(device, text, name, typed),
        at);
  }

  /**
   * Whether a text that was found to name somebody also proves who showed it: a code that the
   * person's own device signed. A card, a sheet or a number is what anybody may hold.
   */
  static boolean isProved(@Nullable String text) {
    return text != null && Scanner.read(text, PORTS) instanceof SignedCode code && code.isProved();
  }
}
