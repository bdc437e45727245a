/**
 * The outermost layer: how the program starts and stops, its embedded database, certificates, log
 * request correlation, long work ({@code Jobs}), backup and restore ({@code Backups}). It knows no
 * business word. Tables: {@code program.job}, {@code program.scheduled_task}, {@code
 * program.backup}.
 */
@NullMarked
@ApplicationModule(
    displayName = "Program",
    allowedDependencies = {"kernel"})
package vn.lachan.app.program;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
