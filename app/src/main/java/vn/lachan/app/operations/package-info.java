/**
 * The operator's pages: what needs attention, copies of the program, long work, settings, storage
 * with its days, backups, keys. Front door: {@link vn.lachan.app.operations.Operations}. Owns the
 * schema {@code operations}; publishes no event.
 */
@NullMarked
@ApplicationModule(
    displayName = "Operations",
    allowedDependencies = {"kernel", "program", "audit", "access", "people", "visits"})
package vn.lachan.app.operations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
