/**
 * Places, vehicles and events that people check in at: their kinds as dated data, registration and
 * approval, opening hours, codes and posters.
 *
 * <p>Front doors: {@link vn.lachan.app.places.Places}, {@link vn.lachan.app.places.PlaceImports},
 * {@link vn.lachan.app.places.PlacePrints}, {@link vn.lachan.app.places.Badges}. Owns the schema
 * {@code places}: {@code type}, {@code place}, {@code state_change} (why a place has the status it
 * has), {@code code} (every code ever given out), {@code import} with its parts and rows, {@code
 * import_mapping} and {@code import_word} (what columns and words meant before), {@code print} with
 * its places and parts, and {@code badge}. Asks {@link vn.lachan.app.places.PlaceUses} whether a
 * place was used. Publishes {@link vn.lachan.app.places.PlaceRegistered}; hears nothing.
 */
@NullMarked
@ApplicationModule(
    displayName = "Places",
    allowedDependencies = {"kernel", "program", "audit", "units", "access", "messaging"})
package vn.lachan.app.places;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
