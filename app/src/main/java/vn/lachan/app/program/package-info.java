/**
 * The outermost layer: how the program starts and stops, its embedded database, certificates, log
 * and request correlation, and long work ({@code Jobs}). It knows no business word. Tables: {@code
 * program.job}, {@code program.scheduled_task}.
 */
@NullMarked
@ApplicationModule(
    displayName = "Program",
    allowedDependencies = {"kernel"})
package vn.lachan.app.program;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
