package vn.lachan.app.declarations;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lachan.app.access.Actor;
import vn.lachan.app.kernel.Refusal;

/** The front door of declared rides and flights: who was on the same vehicle on the same day. */
public interface Journeys {
  /**
   * Everybody within the actor's reach who declared a vehicle on a day, those in the nearest rows
   * first, masked; DECLARATIONS_READ, an act in the audit record about them.
   *
   * @param seat from which rows are counted; null for none
   * @throws Refusal {@code declarations.refused.vehicle} where it can be no number of a vehicle
   */
  Companions on(Actor actor, String vehicle, LocalDate day, @Nullable String seat, Instant now);

  /**
   * The same beside one declaration, from its own seat, without the person itself; empty where it
   * tells of no vehicle with a number.
   */
  Optional<Companions> beside(Actor actor, UUID declaration);
}
