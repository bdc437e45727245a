@NullMarked
package vn.lachan.app.operations;

import org.jspecify.annotations.NullMarked;
