/** Runs in the build and makes the browser's modules; no part of the program. */
@NullMarked
package vn.lachan.scanner.build;

import org.jspecify.annotations.NullMarked;
