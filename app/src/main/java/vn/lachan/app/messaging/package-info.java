/**
 * Messages to phones: an outbox of references, channels, and what became of each try. It knows no
 * business module: what a message says is asked of its owner at the moment of sending. Owns the
 * schema {@code messaging}; publishes no event yet.
 */
@NullMarked
@ApplicationModule(
    displayName = "Messaging",
    allowedDependencies = {"kernel", "audit", "units", "program"})
package vn.lachan.app.messaging;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
