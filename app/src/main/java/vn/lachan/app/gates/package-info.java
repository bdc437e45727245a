/**
 * The gate: devices that an office enrols for a place, keepers with PINs and shifts, and the
 * records that devices capture without network, sealed to the server's key, and deliver when it
 * returns.
 *
 * <p>Owns the schema {@code gates}: seal_key, device, revocation, contact, pin, pin_attempt,
 * sign_on, shift, record, place_setting, screen_secret, trip, trip_person. What a record says
 * becomes visits through {@link vn.lachan.app.visits.Visits}, declarations through {@link
 * vn.lachan.app.declarations.Declarations}, trips through {@link vn.lachan.app.gates.TripOffice}; a
 * kind of record is a bean of {@link vn.lachan.app.gates.RecordTaker}. Tells tracing who shared a
 * vehicle, and visits who stands before a screen. Hears {@link
 * vn.lachan.app.people.PersonDestroyed}. Publishes no event.
 */
@NullMarked
@ApplicationModule(
    displayName = "Gates",
    allowedDependencies = {
      "kernel",
      "program",
      "audit",
      "units",
      "access",
      "places",
      "people",
      "visits",
      "tracing",
      "declarations",
      "declarations::web"
    })
package vn.lachan.app.gates;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
