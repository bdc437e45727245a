/** Tests of paper forms. */
@NullMarked
package vn.lachan.app.paper;

import org.jspecify.annotations.NullMarked;
