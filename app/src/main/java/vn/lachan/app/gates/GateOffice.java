package vn.lachan.app.gates;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lachan.app.access.Actor;
import vn.lachan.app.places.PlaceCard;

/**
 * The front door for the office: whoever registers a place, its owner or an officer of its commune,
 * manages its devices and the PINs of its keepers. Each method requires PLACES_REGISTER at the
 * place and refuses what is out of reach as {@code gates.refused.unknown-place}.
 */
public interface GateOffice {
  PlaceCard place(Actor actor, UUID place);

  /**
   * A new device with its one-time code.
   *
   * @throws vn.lachan.app.kernel.Refusal {@code gates.refused.device-name}, {@code
   *     gates.refused.too-many-devices}
   */
  Enrolment enrol(Actor actor, UUID place, String name, Mode mode, Instant now);

  /** As {@link #enrol(Actor, UUID, String, Mode, Instant)} for a keeper's device or a kiosk. */
  default Enrolment enrol(Actor actor, UUID place, String name, boolean kiosk, Instant now) {
    return enrol(actor, place, name, kiosk ? Mode.KIOSK : Mode.KEEPER, now);
  }

  /** What a device is for. */
  enum Mode {
    /** A keeper scans whoever comes. */
    KEEPER,
    /** Visitors scan themselves. */
    KIOSK,
    /** Shows the place's code, which changes every half minute. */
    SCREEN
  }

  /** What the place asks of its visitors. */
  PlaceAsks asks(Actor actor, UUID place);

  /**
   * Changes what the place asks of its visitors.
   *
   * @throws vn.lachan.app.kernel.Refusal {@code gates.refused.form}
   */
  void ask(Actor actor, UUID place, PlaceAsks asks, Instant now);

  /** The codes of the forms that a place may ask for today. */
  List<String> forms(Actor actor, UUID place, Instant now);

  /**
   * What a place asks of its visitors.
   *
   * @param declarationNeeded whether whoever has no valid declaration is asked for one
   * @param form the form that is filled in at its gates; null for that of the place's kind
   * @param proofRequired whether a check-in by one's own phone without the code of a screen is
   *     marked
   */
  record PlaceAsks(boolean declarationNeeded, @Nullable String form, boolean proofRequired) {}

  /**
   * A one-time code with which a device that lost its cookie takes its own place again, so that it
   * can send what it holds. What it has keeps its right until then.
   *
   * @throws vn.lachan.app.kernel.Refusal {@code gates.refused.unknown-device}, {@code
   *     gates.refused.revoked}
   */
  Enrolment renew(Actor actor, UUID device, Instant now);

  /** Where a device stands. */
  UUID placeOf(Actor actor, UUID device);

  /** The newest first; devices whose code was never used are left out once it is over. */
  List<DeviceRow> devices(Actor actor, UUID place, Instant now);

  /** Takes a device's right away, from its next contact on; the answer is the device's place. */
  UUID revoke(Actor actor, UUID device, String reason, Instant now);

  List<KeeperRow> keepers(Actor actor, UUID place);

  /**
   * A new PIN instead of the one before, shown once.
   *
   * @throws vn.lachan.app.kernel.Refusal {@code gates.refused.unknown-keeper}
   */
  String newPin(Actor actor, UUID place, long account, Instant now);

  /** The latest shifts first. */
  List<ShiftRow> shifts(Actor actor, UUID place);

  /** A one-time code; nobody is shown it again. */
  record Enrolment(UUID device, String name, String code, Instant until) {
    @Override
    public String toString() {
      return "Enrolment[" + device + "]";
    }
  }

  /** A device as its office sees it. */
  record DeviceRow(
      UUID device,
      String name,
      boolean kiosk,
      boolean screen,
      Instant createdAt,
      @Nullable Instant enrolledAt,
      @Nullable Instant revokedAt,
      @Nullable String reason,
      @Nullable Instant contactAt,
      int driftSeconds,
      int waiting,
      int refused,
      @Nullable Instant oldestWaiting,
      long delivered) {}

  /** Who may keep the place. */
  record KeeperRow(long account, String name, boolean isOwner, @Nullable Instant pinSetAt) {}

  /**
   * Who kept the gate, as the device says.
   *
   * @param proved whether the keeper's PIN was ever accepted on that device
   */
  record ShiftRow(
      String device, String keeper, boolean proved, Instant startedAt, @Nullable Instant endedAt) {}
}
