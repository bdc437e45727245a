@NullMarked
package vn.lachan.app.kernel;

import org.jspecify.annotations.NullMarked;
