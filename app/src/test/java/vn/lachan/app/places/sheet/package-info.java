@NullMarked
package vn.lachan.app.places.sheet;

import org.jspecify.annotations.NullMarked;
