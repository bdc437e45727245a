@NullMarked
package vn.lachan.app.places;

import org.jspecify.annotations.NullMarked;
