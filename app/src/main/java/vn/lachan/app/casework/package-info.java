/**
 * Cases: opening them, following their contacts up, the people to call, the line list.
 *
 * <p>Front door: {@link vn.lachan.app.casework.Cases}. Owns the schema {@code casework}: {@code
 * case_file}, {@code case_state}, {@code case_note} (sealed), {@code task} and {@code follow_up}.
 * Publishes {@link vn.lachan.app.casework.CaseConfirmed} and {@link
 * vn.lachan.app.casework.ContactListed}; hears {@link vn.lachan.app.tracing.TraceUpdated}, from
 * which it makes the tasks.
 */
@NullMarked
@ApplicationModule(
    displayName = "Casework",
    allowedDependencies = {
      "kernel", "program", "audit", "units", "access", "places", "people", "tracing"
    })
package vn.lachan.app.casework;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
