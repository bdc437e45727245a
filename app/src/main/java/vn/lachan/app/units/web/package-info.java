/** Searching for units while typing: a page fragment and the JSON API. */
@NullMarked
package vn.lachan.app.units.web;

import org.jspecify.annotations.NullMarked;
