@NullMarked
package vn.lachan.app.program;

import org.jspecify.annotations.NullMarked;
