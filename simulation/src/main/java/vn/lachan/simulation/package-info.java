/**
 * A seeded synthetic province: places, people, their visits day by day, and a few chains of
 * infection whose truth is known. It makes the demo, the drill and the load. Nothing about a real
 * country is in here except how names, numbers and a day look; the communes are the caller's.
 *
 * <p>Front door: {@link vn.lachan.simulation.SyntheticProvince}. Everything is a function of the
 * specification: the same seed gives the same province, a day can be generated alone, in any order
 * and on several threads. No clock, no files except in {@link vn.lachan.simulation.GenerateVisits}.
 */
@NullMarked
package vn.lachan.simulation;

import org.jspecify.annotations.NullMarked;
