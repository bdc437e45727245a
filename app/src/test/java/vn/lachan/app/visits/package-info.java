@NullMarked
package vn.lachan.app.visits;

import org.jspecify.annotations.NullMarked;
