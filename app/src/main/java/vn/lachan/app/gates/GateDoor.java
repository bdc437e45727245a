package vn.lachan.app.gates;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lachan.app.declarations.FormView;
import vn.lachan.app.kernel.Inside;
import vn.lachan.app.kernel.Refusal;
import vn.lachan.app.people.RevokedCodes;
import vn.lachan.app.people.VerificationKey;
import vn.lachan.app.places.PlaceCard;

/** The front door for devices at gates. What a device may do is limited to its place. */
@Inside("the device's cookie, or its one-time code, is the right")
public interface GateDoor {
  /**
   * Uses a one-time code up: the device is known from now on by the token.
   *
   * @throws Refusal {@code gates.refused.code}
   */
  default Enrolled enrol(String code, Instant now) {
    return enrol(code, null, now);
  }

  /**
   * The same for a page that has been a device before and may hold what only that device can send.
   *
   * @param device which one it has to be again; null for a page that was none
   * @throws Refusal {@code gates.refused.code}
   */
  Enrolled enrol(String code, @Nullable UUID device, Instant now);

  /** The device of a cookie, revoked or not. */
  Optional<GateDevice> device(String token);

  /**
   * Notes how the device is, and tells it what it needs until it comes again.
   *
   * @throws Refusal {@code gates.refused.revoked}
   */
  GateState contact(GateDevice device, DeviceReport report, Instant now);

  /**
   * The keeper, if the PIN is theirs.
   *
   * @throws Refusal {@code gates.refused.pin}, {@code gates.refused.pin-paused}, {@code
   *     gates.refused.revoked}
   */
  GateKeeper signOn(GateDevice device, long account, String pin, Instant now);

  /** Who stands there and what the province knows, before anything is recorded. */
  GateAnswer ask(GateDevice device, String text, @Nullable String name, Instant now);

  /**
   * Takes records, one answer each in order. What a revoked device captured before its revocation
   * is taken for some hours more; the rest is refused as {@code gates.refused.revoked}.
   *
   * @throws Refusal {@code gates.refused.too-many-records}
   */
  List<RecordAnswer> take(GateDevice device, List<SealedRecord> records, Instant now);

  /** The form that is filled in at the device's place, as it holds today. */
  FormView form(GateDevice device, Instant now);

  /** Persons inside the device's place now, each once. */
  int inside(GateDevice device, Instant now);

  /** A device and its token, which is shown to nobody else. */
  record Enrolled(GateDevice device, String token) {
    @Override
    public String toString() {
      return "Enrolled[" + device.number() + "]";
    }
  }

  /**
   * What the device says of itself.
   *
   * @param revokedCursor up to where it knows which personal codes were revoked; 0 begins
   */
  record DeviceReport(
      int waiting,
      int refused,
      int driftSeconds,
      @Nullable Instant oldestWaiting,
      long revokedCursor) {}

  /** The public half of the key to which records are sealed; 65 bytes. */
  record SealKey(int number, byte[] publicKey) {}

  /**
   * An account that may keep the place, by its name at work.
   *
   * @param pinSince when its PIN was made, in milliseconds since 1970
   */
  record GateKeeper(long account, String name, long pinSince) {}

  /**
   * What holds at the device's place.
   *
   * @param form code and version of the form that is filled in there
   * @param callCodes rules of the form that stop somebody and call the health station
   * @param papers what a checkpoint judges papers by; null at other places
   * @param screenSecret of a screen; null on other devices
   */
  record PlaceRules(
      boolean declarationNeeded,
      String form,
      int declarationHours,
      List<String> callCodes,
      @Nullable CheckpointRules papers,
      byte @Nullable [] screenSecret) {
    public PlaceRules {
      callCodes = List.copyOf(callCodes);
    }
  }

  /** What a device needs until its next contact. */
  record GateState(
      UUID device,
      String name,
      boolean kiosk,
      boolean screen,
      PlaceCard place,
      PlaceRules rules,
      int inside,
      SealKey sealKey,
      List<GateKeeper> keepers,
      List<VerificationKey> codeKeys,
      RevokedCodes revoked,
      int contactSeconds,
      int freeMegabytes,
      int answerMillis) {
    public GateState {
      keepers = List.copyOf(keepers);
      codeKeys = List.copyOf(codeKeys);
    }
  }
}
