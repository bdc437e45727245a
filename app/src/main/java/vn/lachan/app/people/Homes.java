package vn.lachan.app.people;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lachan.app.access.Actor;
import vn.lachan.app.kernel.Inside;
import vn.lachan.app.kernel.Refusal;

/**
 * Where persons live and with whom: the front door of those who record it. What is recorded says
 * since when, on whose word and by whom; {@link People#household} reads it for traces.
 */
public interface Homes {
  /** Where a person lives and lived, and with whom, masked; PEOPLE_READ. */
  HomeFile file(Actor actor, long person);

  /**
   * A new household with its first member; PEOPLE_EDIT.
   *
   * @throws Refusal {@code people.refused.future}, {@code people.refused.lives-there}
   */
  UUID found(
      Actor actor, long person, HouseholdKind kind, Instant since, SaidBy saidBy, Instant now);

  /**
   * Somebody lives in a household since a time, and until another where that is known; PEOPLE_EDIT
   * over the person and over somebody of the household.
   *
   * @throws Refusal {@code people.refused.future}, {@code people.refused.lives-there}, {@code
   *     people.refused.left-before}, {@code people.refused.household-full}
   */
  void join(
      Actor actor,
      UUID household,
      long person,
      Instant since,
      @Nullable Instant until,
      SaidBy saidBy,
      Instant now);

  /**
   * Somebody no longer lives there since a time; PEOPLE_EDIT.
   *
   * @throws Refusal {@code people.refused.lives-not-there}, {@code people.refused.left-before}
   */
  void leave(Actor actor, UUID household, long person, Instant at, SaidBy saidBy, Instant now);

  /** Somebody never lived there, it was recorded by mistake; PEOPLE_EDIT. */
  void neverLivedThere(Actor actor, UUID household, long person, SaidBy saidBy, Instant now);

  /**
   * A resident says who lives with them: those of the household, or a new one, and these. Whoever
   * lives there already stays as recorded.
   *
   * @param household null for a new one, of a family
   * @return the household
   */
  @Inside("the persons are the resident's own, whose phone is proved")
  UUID liveTogether(
      @Nullable UUID household, List<Long> persons, SaidBy saidBy, Instant since, Instant now);

  /** A resident says that somebody of theirs no longer lives there; nothing where nobody does. */
  @Inside("the person is the resident's own, whose phone is proved")
  void leaveHome(UUID household, long person, SaidBy saidBy, Instant at, Instant now);

  /**
   * A person moved house; the former home is kept sealed. PEOPLE_EDIT.
   *
   * @param version of the identity that the officer saw
   */
  void move(Actor actor, long person, NewHome home, SaidBy saidBy, int version, Instant now);
}
