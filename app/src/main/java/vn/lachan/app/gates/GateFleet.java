package vn.lachan.app.gates;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lachan.app.access.Actor;
import vn.lachan.app.kernel.Page;

/**
 * The front door for whoever answers for many gates: every device in their reach, and which of them
 * need somebody. Requires PLACES_REGISTER; a row leads to the place, where devices are managed.
 */
public interface GateFleet {
  /** Counted over the whole reach. */
  Counts counts(Actor actor, Instant now);

  /**
   * The newest first.
   *
   * @param after the key of the page before, null for the first
   * @throws vn.lachan.app.kernel.Refusal {@code gates.refused.page-key}
   */
  Page<FleetRow> devices(Actor actor, FleetState state, @Nullable String after, Instant now);

  /** Which devices. */
  enum FleetState {
    /** Enrolled and not revoked. */
    IN_USE,
    /** In use during an open shift, and not heard of for {@code gates.silent-minutes}. */
    SILENT,
    /** In use, and never heard of. */
    NEVER,
    /** In use, and keeps records that it has not delivered. */
    WAITING,
    /** In use, with a clock off by {@code gates.drift-warning-seconds} or more. */
    DRIFTING,
    /** In use, and had records refused that nobody has looked at. */
    REFUSED,
    REVOKED
  }

  record Counts(
      int inUse, int silent, int never, int waiting, int drifting, int refused, int revoked) {
    public int of(FleetState state) {
      return switch (state) {
        case IN_USE -> inUse;
        case SILENT -> silent;
        case NEVER -> never;
        case WAITING -> waiting;
        case DRIFTING -> drifting;
        case REFUSED -> refused;
        case REVOKED -> revoked;
      };
    }
  }

  /** A device, without who keeps it. */
  record FleetRow(
      long number,
      UUID device,
      String name,
      UUID place,
      String placeName,
      int unit,
      boolean isOnShift,
      @Nullable Instant contactAt,
      int driftSeconds,
      int waiting,
      @Nullable Instant oldestWaiting,
      int refused,
      long delivered,
      @Nullable Instant revokedAt) {}
}
