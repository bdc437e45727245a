/**
 * Cases: opening them, following their contacts up, the people to call, the line list.
 *
 * <p>Front doors: {@link vn.lachan.app.casework.Cases}; {@link vn.lachan.app.casework.CaseViews}
 * for what is drawn; {@link vn.lachan.app.casework.ContactActs} for acts on many contacts; {@link
 * vn.lachan.app.casework.CaseRuns} for tracing many cases at once. Owns the schema {@code
 * casework}: {@code case_file}, {@code case_state}, {@code case_note} (sealed), {@code task},
 * {@code follow_up}, {@code assignment}, {@code bulk_act}, {@code run} and {@code run_case}.
 * Publishes {@link vn.lachan.app.casework.CaseConfirmed} and {@link
 * vn.lachan.app.casework.ContactListed}; hears {@link vn.lachan.app.tracing.TraceUpdated}, from
 * which it makes the tasks, {@link vn.lachan.app.declarations.WarningRaised}, which makes one too,
 * and {@link vn.lachan.app.people.PersonMerged}: a merge carries what was done for a contact.
 */
@NullMarked
@ApplicationModule(
    displayName = "Casework",
    allowedDependencies = {
      "kernel",
      "program",
      "audit",
      "units",
      "access",
      "places",
      "people",
      "tracing",
      "declarations"
    })
package vn.lachan.app.casework;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
