/**
 * Loads the drill province into an empty database: accounts, places, people, visits, cases,
 * declarations, paper, residents with their families, each as a step that is done once, so that a
 * start that was interrupted goes on where it was. Owns the schema {@code demo}; publishes no
 * event.
 */
@NullMarked
@ApplicationModule(displayName = "Demo")
package vn.lachan.app.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
