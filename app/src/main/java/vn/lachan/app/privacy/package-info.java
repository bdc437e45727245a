/**
 * Duties of the data-protection law: what persons ask about their own data and by when they are
 * answered, the record of processing, breaches with their 72 hours, impact assessments, and what
 * the police and other agencies ask for. Periods and legal bases are dated data with their
 * documents; a duty is judged by what held on the day it began.
 *
 * <p>Owns the schema {@code privacy}: request, restriction, breach, breach_person, assessment,
 * agency_request, agency_person, day_off, and what is common to them: step (who did what when) and
 * sealed_text (everything that somebody typed; destroyed each night once {@code privacy.text-years}
 * have passed since the end of what it belongs to). Publishes no event.
 */
@NullMarked
@ApplicationModule(
    displayName = "Privacy",
    allowedDependencies = {
      "kernel",
      "program",
      "audit",
      "units",
      "messaging",
      "access",
      "places",
      "people",
      "visits",
      "tracing",
      "declarations",
      "casework"
    })
package vn.lachan.app.privacy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
