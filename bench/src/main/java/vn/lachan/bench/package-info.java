@NullMarked
package vn.lachan.bench;

import org.jspecify.annotations.NullMarked;
