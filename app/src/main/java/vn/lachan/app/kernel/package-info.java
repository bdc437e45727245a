/**
 * What every module stands on: ids, time, paging, error codes, sealing with keys. No business
 * words, no tables, no events.
 */
@NullMarked
@ApplicationModule(
    displayName = "Kernel",
    allowedDependencies = {})
package vn.lachan.app.kernel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
