/** Tests of health declarations on the whole program with a database of its own. */
@NullMarked
package vn.lachan.app.declarations;

import org.jspecify.annotations.NullMarked;
