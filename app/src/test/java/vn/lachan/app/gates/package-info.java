@NullMarked
package vn.lachan.app.gates;

import org.jspecify.annotations.NullMarked;
