@NullMarked
package vn.lachan.app.access;

import org.jspecify.annotations.NullMarked;
