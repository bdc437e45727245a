package vn.lachan.app.tracing;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import vn.lachan.app.kernel.Inside;
import vn.lachan.engine.tracing.Encounter;

/**
 * A higher module that knows who shared a vehicle. Whoever stores a ride stores the visits of its
 * people after it, so that a trace that hears of the visits finds the ride.
 */
public interface SharedRides {
  /**
   * The rides of these persons that overlap [from, to): between canonical persons, with the rows
   * between their seats.
   */
  @Inside("numbers only")
  List<Encounter> of(Collection<Long> persons, Instant from, Instant to);
}
