/**
 * Navigation, layout, the first page, search over everything, and how refusals are shown. Owns no
 * table; publishes no event.
 */
@NullMarked
@ApplicationModule(displayName = "Portal")
package vn.lachan.app.portal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
