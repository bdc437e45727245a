package vn.lachan.app.declarations;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
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
   * On which vehicles with a number somebody says to have been, the latest first; of declarations
   * within reach. DECLARATIONS_READ.
   */
  List<Declared> of(Actor actor, UUID person);

  /** A ride or flight that a declaration tells of. */
  record Declared(UUID declaration, LocalDate day) {}

  /**
   * The same beside one declaration, from its own seat, without the person itself; empty where it
   * tells of no vehicle with a number.
   */
  Optional<Companions> beside(Actor actor, UUID declaration);
}
