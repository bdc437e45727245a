/** Pages and the JSON API of places. */
@NullMarked
package vn.lachan.app.places.web;

import org.jspecify.annotations.NullMarked;
