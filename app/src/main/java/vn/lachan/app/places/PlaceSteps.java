package vn.lachan.app.places;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lachan.app.access.Actor;
import vn.lachan.app.kernel.Inside;

/**
 * What happens to a place in its life besides opening and closing: it moves, becomes several, gets
 * another owner. Visits keep the number of the place; where it was at their time stays known.
 */
public interface PlaceSteps {
  /** The most places that one is split into. */
  int PARTS_MOST = 20;

  /**
   * The place is somewhere else from a day on; PLACES_APPROVE at both places.
   *
   * @param revision the revision that the actor saw
   */
  void move(Actor actor, UUID place, NewLocation to, String reason, int revision, Instant now);

  /** The last move was a mistake; PLACES_APPROVE. */
  void undoMove(Actor actor, UUID place, String reason, Instant now);

  /** Where the place was before, the latest first; PLACES_READ. */
  List<FormerLocation> formerLocations(Actor actor, UUID place);

  /** Where a place was at a moment, if it has moved since. */
  @Inside("tracing and visits ask after their own check")
  Optional<FormerLocation> where(long place, Instant at);

  /**
   * One place becomes several, each with a code and the owner of the whole; PLACES_APPROVE.
   *
   * @param names of the new places
   * @param closes whether the whole closes: then its code leads to a choice among the parts;
   *     otherwise it goes on beside them
   */
  List<UUID> split(
      Actor actor,
      UUID place,
      List<String> names,
      boolean closes,
      String reason,
      int revision,
      Instant now);

  /** The open places that a closed one was split into. */
  @Inside("their codes hang at their doors")
  List<PlaceCard> parts(long place);

  /**
   * Another owner: a one-time code goes to their phone. PLACES_REGISTER at the place, which an
   * owner has as well.
   */
  OwnerChange beginOwnerChange(
      Actor actor, UUID place, String name, String phone, Locale language, Instant now);

  /**
   * The code proves the new owner's phone: the place is theirs, the old owner loses it, waiting
   * invitations of keepers end, and the old owner's name and phone are destroyed.
   *
   * @param oneTimeCode null asks whether an officer confirmed the phone by calling
   */
  void confirmOwnerChange(
      Actor actor,
      UUID place,
      String token,
      @Nullable String oneTimeCode,
      String name,
      Instant now);
}
