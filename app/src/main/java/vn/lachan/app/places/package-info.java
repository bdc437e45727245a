/**
 * Places, vehicles and events that people check in at: their kinds as dated data, registration and
 * approval, opening hours, codes and posters.
 *
 * <p>Front door: {@link vn.lachan.app.places.Places}. Owns the schema {@code places}: {@code type},
 * {@code place}, {@code state_change} (why a place has the status it has) and {@code code} (every
 * code ever given out). Publishes {@link vn.lachan.app.places.PlaceRegistered}; hears nothing.
 */
@NullMarked
@ApplicationModule(
    displayName = "Places",
    allowedDependencies = {"kernel", "program", "audit", "units", "access", "messaging"})
package vn.lachan.app.places;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
