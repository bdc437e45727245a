/**
 * The gate: devices that an office enrols for a place, keepers with PINs and shifts, and the
 * records that devices capture without network, sealed to the server's key, and deliver when it
 * returns.
 *
 * <p>Owns the schema {@code gates}: seal_key, device, revocation, contact, pin, pin_attempt, shift,
 * record. What a record says becomes visits through {@link vn.lachan.app.visits.Visits}; other
 * kinds are taken by other beans of {@link vn.lachan.app.gates.RecordTaker}. Publishes no event.
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
