package vn.lachan.app.access;

import java.time.Instant;
import java.util.List;
import vn.lachan.app.kernel.Inside;

/** Who keeps a place: invited by its owner, working under an account of their own. */
public interface Keepers {
  /**
   * A new invitation; PLACES_REGISTER at the place.
   *
   * @throws vn.lachan.app.kernel.Refusal {@code access.refused.invitations} when too many wait
   */
  Invitation invite(Actor actor, long place, Instant now);

  /** The keepers of a place now; PLACES_REGISTER at the place. */
  List<Keeper> list(Actor actor, long place);

  /** The keeper may no longer keep the place; PLACES_REGISTER at the place. */
  void revoke(Actor actor, long place, long assignment, Instant now);

  /** Nobody who was invited to keep the place and has not come yet may come any more. */
  @Inside("places call it when a place changes its owner, after their own check")
  void endInvitations(long place, long by, Instant now);

  /** Whether an invitation can still be accepted. */
  @Inside("whoever opens an invitation is nobody yet")
  boolean isOpen(String token, Instant now);

  /**
   * Accepts an invitation, once: makes an account that keeps the place.
   *
   * @return the account with its generated username; the password is the one that was chosen
   * @throws vn.lachan.app.kernel.Refusal {@code access.refused.invitation-over}
   */
  @Inside("whoever accepts an invitation is nobody yet")
  NewKeeper accept(String token, String displayName, String password, Instant now);

  /** An invitation; its token is known to the inviting one only, and shown once. */
  record Invitation(String token, Instant expiresAt) {
    @Override
    public String toString() {
      return "Invitation[" + expiresAt + "]";
    }
  }

  record Keeper(
      long assignment, long account, String username, String displayName, Instant since) {}

  record NewKeeper(long account, String username) {}
}
