/** Tests of cases on the whole program with a database of its own. */
@NullMarked
package vn.lachan.app.casework;

import org.jspecify.annotations.NullMarked;
