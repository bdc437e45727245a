/**
 * Staff accounts, owners and keepers, roles with their scopes, sessions, one-time codes and API
 * tokens. Scopes are opaque numbers of units and places. Owns the schema {@code access}; publishes
 * no event.
 */
@NullMarked
@ApplicationModule(
    displayName = "Access",
    allowedDependencies = {"kernel", "audit", "units", "messaging", "program"})
package vn.lachan.app.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
