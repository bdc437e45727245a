@NullMarked
package vn.lachan.app;

import org.jspecify.annotations.NullMarked;
