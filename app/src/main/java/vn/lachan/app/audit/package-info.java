/**
 * Who saw or changed what, and why. One entry an act, written in the caller's transaction by a
 * database role that can only insert; sealed afterwards into hashed and signed blocks, which the
 * command {@code audit} proves. Owns the schema {@code audit}: entry, entry_person, waiting,
 * sealed, block; publishes no event.
 */
@NullMarked
@ApplicationModule(
    displayName = "Audit",
    allowedDependencies = {"kernel", "program"})
package vn.lachan.app.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
