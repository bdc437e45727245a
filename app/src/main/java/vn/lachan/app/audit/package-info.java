/**
 * Who saw or changed what, and why. One entry an act, written in the caller's transaction by a
 * database role that can only insert. Owns the schema {@code audit}; publishes no event.
 */
@NullMarked
@ApplicationModule(
    displayName = "Audit",
    allowedDependencies = {"kernel", "program"})
package vn.lachan.app.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
