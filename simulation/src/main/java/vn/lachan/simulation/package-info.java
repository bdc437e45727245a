@NullMarked
package vn.lachan.simulation;

import org.jspecify.annotations.NullMarked;
