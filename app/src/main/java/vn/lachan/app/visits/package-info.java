/**
 * Who was where, and when: check-in, check-out, offline batches, withdrawal, retention.
 *
 * <p>Owns the schema {@code visits}: {@code visit} and {@code departure} (a partition a day),
 * {@code withdrawn_visit}, {@code arrival}, the received order that other modules follow by a
 * cursor, and the record of destroyed days ({@code retention_run}, {@code forgotten_day}, {@code
 * kept_evidence}). Stored visits are reached only through {@link vn.lachan.app.visits.VisitStore};
 * people, keepers and other systems come through {@link vn.lachan.app.visits.Visits}. Publishes no
 * event: the cursor is the event.
 */
@NullMarked
@ApplicationModule(
    displayName = "Visits",
    allowedDependencies = {
      "kernel",
      "program",
      "audit",
      "units",
      "access",
      "messaging",
      "places",
      "people"
    })
package vn.lachan.app.visits;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
