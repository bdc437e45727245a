/**
 * Traces of cases: contacts with their reasons, kept as rows, growing by themselves while late
 * visits arrive.
 *
 * <p>A trace is computed by {@code vn.lachan.engine.tracing} over stored visits and households and
 * copied here with its evidence, so that days of visits can be dropped without asking anybody. A
 * follower reads the received order of visits and computes anew each open trace that a change
 * touches; the difference to the rows is applied and logged, so the rows always equal a fresh run.
 *
 * <p>Front doors: {@link vn.lachan.app.tracing.Traces}, {@link vn.lachan.app.tracing.Crowds},
 * {@link vn.lachan.app.tracing.TraceNews}, {@link vn.lachan.app.tracing.Itineraries}. Owns the
 * schema {@code tracing}: {@code rule_set}, {@code trace}, {@code contact}, {@code exposure},
 * {@code stay}, {@code old_visit}, {@code change}, {@code follower}, {@code alias_change}, {@code
 * outside_change}, {@code look}, {@code crowd}, {@code crowd_decision}, {@code itinerary}.
 * Publishes {@link vn.lachan.app.tracing.TraceUpdated} in the transaction of the change; hears
 * {@link vn.lachan.app.people.PersonMerged}, {@link vn.lachan.app.people.HouseholdChanged}, {@link
 * vn.lachan.app.people.ResidenceChanged} and {@link vn.lachan.app.places.PlaceChanged}.
 */
@NullMarked
@ApplicationModule(
    displayName = "Tracing",
    allowedDependencies = {
      "kernel",
      "program",
      "audit",
      "units",
      "messaging",
      "access",
      "places",
      "people",
      "visits"
    })
package vn.lachan.app.tracing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
