/**
 * The outermost layer: how the program starts and stops, its embedded database, certificates, log
 * request correlation, backup and restore. It knows no business word; its table is {@code
 * program.backup}.
 */
@NullMarked
@ApplicationModule(
    displayName = "Program",
    allowedDependencies = {"kernel"})
package vn.lachan.app.program;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
