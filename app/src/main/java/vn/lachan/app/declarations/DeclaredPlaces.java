package vn.lachan.app.declarations;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lachan.app.access.Actor;
import vn.lachan.app.kernel.Page;
import vn.lachan.app.kernel.Refusal;

/**
 * The front door of places that people named in their own words: an officer says which registered
 * place is meant, and from then on whoever wrote so is listed with that place's published windows.
 */
public interface DeclaredPlaces {
  /**
   * What is to be settled within the actor's reach, the latest first; DECLARATIONS_OPEN, an act in
   * the audit record about those whose words are shown.
   */
  Page<UnsettledPlace> unsettled(Actor actor, @Nullable String after, int rows, Instant now);

  /** What was settled last, to be taken back where it was wrong; as {@link #unsettled}. */
  List<UnsettledPlace> settled(Actor actor, int rows);

  /**
   * Says that all stays in reach that were told of by these words were at a place;
   * DECLARATIONS_WRITE and DECLARATIONS_OPEN, an act in the audit record. Answers how many.
   *
   * @throws Refusal {@code declarations.refused.place}, {@code declarations.refused.settled}
   */
  int settle(Actor actor, long words, UUID place, Instant now);

  /** Takes it back; as {@link #settle}. */
  int unsettle(Actor actor, long words, UUID place);
}
