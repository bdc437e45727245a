/**
 * Health declarations: the forms as dated data, what people answered, the warnings that follow, and
 * how officers find and count them. The questionnaires and their rules are understood by {@code
 * vn.lachan.engine.form}; here they are kept, asked and answered.
 *
 * <p>Front doors: {@link vn.lachan.app.declarations.Declarations} for whoever declares or takes a
 * declaration, {@link vn.lachan.app.declarations.DeclarationOffice} for officers, {@link
 * vn.lachan.app.declarations.ListedAreas} and {@link vn.lachan.app.declarations.WarningRuleOffice}
 * for what judges declarations, {@link vn.lachan.app.declarations.DeclaredPlaces} for places in
 * words, {@link vn.lachan.app.declarations.Journeys} for shared vehicles. Owns the schema {@code
 * declarations}: {@code declaration} (answers sealed with the person's key), {@code fired}, {@code
 * stay}, {@code journey}, {@code listed_area}, {@code rule_version}, {@code day_count}, {@code
 * count_change}, {@code retention_run}. Publishes {@link
 * vn.lachan.app.declarations.DeclarationSubmitted} and {@link
 * vn.lachan.app.declarations.WarningRaised} in the transaction of the declaration; hears {@link
 * vn.lachan.app.people.PersonDestroyed}.
 */
@NullMarked
@ApplicationModule(
    displayName = "Declarations",
    allowedDependencies = {
      "kernel", "program", "audit", "units", "access", "places", "people", "visits"
    })
package vn.lachan.app.declarations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
