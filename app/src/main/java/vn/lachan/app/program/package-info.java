/**
 * The outermost layer: how the program starts and stops, its embedded database, certificates, log
 * and request correlation. It knows no business word and owns no table.
 */
@NullMarked
@ApplicationModule(
    displayName = "Program",
    allowedDependencies = {"kernel"})
package vn.lachan.app.program;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
