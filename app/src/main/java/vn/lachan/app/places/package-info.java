/**
 * Places, vehicles and events that people check in at: their kinds as dated data, registration and
 * approval, opening hours, codes and posters.
 *
 * <p>Front doors: {@link vn.lachan.app.places.Places}, {@link vn.lachan.app.places.PlaceImports},
 * {@link vn.lachan.app.places.PlacePrints}, {@link vn.lachan.app.places.Badges}, {@link
 * vn.lachan.app.places.Coverage}, {@link vn.lachan.app.places.ObligedPlaces}, {@link
 * vn.lachan.app.places.Inspections}, {@link vn.lachan.app.places.PlaceSteps}. Owns the schema
 * {@code places}: {@code type}, {@code place}, {@code state_change} (why a place has the status it
 * has), {@code code} (every code ever given out), {@code import} with its parts and rows, {@code
 * import_mapping} and {@code import_word} (what columns and words meant before), {@code print} with
 * its places and parts, {@code badge}, {@code activity} (counts of visits a place and day) with its
 * cursor, {@code coverage_cell} (figures added up), {@code coverage_change} and {@code
 * coverage_day} (what is still to be added up), {@code obliged} and {@code obliged_step} (places
 * that have to register), {@code inspection} with its findings and steps, {@code former_location}
 * (where a place was) and {@code part} (what one was split into). Asks {@link
 * vn.lachan.app.places.PlaceUses} whether a place was used and {@link
 * vn.lachan.app.places.VisitCounts} how much. Publishes {@link
 * vn.lachan.app.places.PlaceRegistered}, {@link vn.lachan.app.places.PlaceChanged} and {@link
 * vn.lachan.app.places.PlaceMoved}; hears nothing.
 */
@NullMarked
@ApplicationModule(
    displayName = "Places",
    allowedDependencies = {"kernel", "program", "audit", "units", "access", "messaging"})
package vn.lachan.app.places;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
